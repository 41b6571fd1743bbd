/// The name of a text of the catalogue.
///
/// Each part of the scheme has an enumeration of its own texts, with a table for each complete
/// language. The same name stands in the enumeration, in the tables (`.homeLately: "Lately"`), in
/// Swift (`words(PeopleText.homeLately)`) and in templates (`{{t.homeLately}}`), so that one search
/// finds all uses. A test fails where a complete language lacks a text.
package protocol Text: RawRepresentable<Int>, CaseIterable, Hashable, Sendable {
    /// The English texts.
    static var english: KeyValuePairs<Self, Phrase> { get }
    /// The Polish texts.
    static var polish: KeyValuePairs<Self, Phrase> { get }
    /// The parsed tables.
    ///
    /// Each enumeration declares `static let shelf = ParsedTexts(of: Self.self)`, so that they are
    /// parsed once.
    static var shelf: ParsedTexts { get }
}

extension Text {
    /// All texts of the enumeration, in order of their raw values.
    package static var allTexts: [any Text] { Array(allCases) }

    /// All texts in a language, with their names.
    package static func phrases(in language: Language) -> [(name: String, phrase: Phrase)] {
        table(of: language).map { ($0.name, $1) }
    }

    /// The name in templates, which is the case's name.
    package var name: String { "\(self)" }

    /// The texts in a language; empty where it is not translated yet.
    package static func table(of language: Language) -> KeyValuePairs<Self, Phrase> {
        switch language {
        case .english: english
        case .polish: polish
        case .welsh, .latvian, .lithuanian, .portuguese, .hungarian, .russian: [:]
        }
    }

    /// Whether the text is translated into a language.
    package func isThere(in language: Language) -> Bool {
        Self.shelf.entry(rawValue, in: language) != nil
    }

    /// Formats the text in a language with its facts; in English where it is not translated.
    func said(in language: Language, _ facts: [String: Fact]) -> String {
        if let own = Self.shelf.entry(rawValue, in: language) {
            return own.said(in: language, facts)
        }
        return Self.shelf.entry(rawValue, in: .english)?.said(in: .english, facts) ?? name
    }
}

/// The parsed texts of one enumeration, in all languages.
///
/// They are in arrays indexed by raw value, so that formatting costs an index and a join of
/// strings.
package struct ParsedTexts: Sendable {
    private let entries: [Language: [Entry?]]

    /// Parses the tables of an enumeration.
    package init<T: Text>(of type: T.Type) {
        entries = Dictionary(
            uniqueKeysWithValues: Language.allCases.map { language in
                var shelf = [Entry?](repeating: nil, count: type.allCases.count)
                for (text, phrase) in type.table(of: language) {
                    shelf[text.rawValue] = Entry(phrase)
                }
                return (language, shelf)
            }
        )
    }

    func entry(_ number: Int, in language: Language) -> Entry? { entries[language]?[number] }
}
