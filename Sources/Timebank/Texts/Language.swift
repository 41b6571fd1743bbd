/// A language of the pages.
///
/// A language that is not yet complete shows English where a text is missing, and people are not
/// offered it.
package enum Language: String, CaseIterable, Hashable, Sendable {
    case english = "en"
    case welsh = "cy"
    case polish = "pl"
    case latvian = "lv"
    case lithuanian = "lt"
    case portuguese = "pt"
    case hungarian = "hu"
    case russian = "ru"

    /// The ISO 639-1 code used in HTML, HTTP and the store, such as `pl`.
    package var code: String { rawValue }

    /// The codes of all languages.
    package static let codes: [String] = allCases.map(\.code)

    /// The language's own name.
    package var name: String {
        switch self {
        case .english: "English"
        case .welsh: "Cymraeg"
        case .polish: "Polski"
        case .latvian: "Latviešu"
        case .lithuanian: "Lietuvių"
        case .portuguese: "Português"
        case .hungarian: "Magyar"
        case .russian: "Русский"
        }
    }

    /// Whether every text is translated; a test checks this for the complete languages.
    package var isComplete: Bool {
        switch self {
        case .english, .polish: true
        case .welsh, .latvian, .lithuanian, .portuguese, .hungarian, .russian: false
        }
    }

    /// The languages that people can choose.
    package static let offered: [Language] = allCases.filter(\.isComplete)

    /// The complete language that an `Accept-Language` header prefers; nil if it names none.
    ///
    /// The header is untrusted: only its first 1,000 bytes and twenty parts are read, and what
    /// cannot be parsed is ignored.
    package init?(accepting header: String) {
        var best: (language: Language, weight: Int)?
        for part in header.utf8.prefix(1_000).split(separator: UInt8(ascii: ",")).prefix(20) {
            let pieces = part.split(separator: UInt8(ascii: ";")).map { piece in
                String(decoding: piece.filter { $0 != UInt8(ascii: " ") }, as: UTF8.self)
            }
            guard let range = pieces.first?.split(separator: "-").first?.lowercased(),
                let language = Language(rawValue: range), language.isComplete
            else { continue }
            let weight = pieces.dropFirst().compactMap(Language.weight).first ?? 1_000
            if weight > 0, weight > best?.weight ?? 0 { best = (language, weight) }
        }
        guard let best else { return nil }
        self = best.language
    }

    /// The weight of a parameter such as `q=0.8`, in thousandths; nil for any other parameter.
    private static func weight(of piece: String) -> Int? {
        let text = piece.lowercased()
        guard text.hasPrefix("q="), let weight = Double(text.dropFirst(2)), (0...1).contains(weight)
        else { return nil }
        return Int(weight * 1_000)
    }
}
