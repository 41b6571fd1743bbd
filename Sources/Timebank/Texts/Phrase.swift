/// A text of the catalogue as translators write it, with placeholders such as `{left}`.
///
/// A text that depends on a number names the fact with the number, and has a sentence for each
/// plural form of its language.
package enum Phrase: Hashable, Sendable, ExpressibleByStringLiteral {
    /// One sentence for all numbers, such as `Leaves {left}.`
    case plain(String)
    /// A sentence for each plural form of the number in the fact named `by`.
    case counted(by: String, [PluralForm: String])

    /// A phrase with one sentence for all numbers.
    package init(stringLiteral value: String) {
        self = .plain(value)
    }

    /// The placeholders of all its sentences, with the counted fact.
    package var placeholders: Set<String> {
        switch self {
        case .plain(let words): Pattern(words).placeholders
        case .counted(let by, let forms):
            forms.values.reduce(into: [by]) { $0.formUnion(Pattern($1).placeholders) }
        }
    }
}

/// A sentence split into words and placeholders, once, so that formatting only joins strings.
struct Pattern: Sendable {
    enum Part: Sendable {
        case words(String)
        case fact(String)
    }

    let parts: [Part]

    /// Parses a sentence; an opening brace that is never closed is an ordinary character.
    init(_ words: String) {
        var parts: [Part] = []
        var rest = words[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { parts.append(.words(String(rest[..<open]))) }
            parts.append(.fact(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.words(String(rest))) }
        self.parts = parts
    }

    var placeholders: Set<String> {
        Set(parts.compactMap { if case .fact(let name) = $0 { name } else { nil } })
    }

    /// The sentence with the values of its placeholders; one without a value stays in braces.
    ///
    /// Where a value ends in a full stop (`3 godz.`), a full stop after the placeholder is dropped.
    /// Where a value ends in a question mark, such as the label of a field, a colon after it is
    /// dropped.
    func filled(_ fact: (String) -> String?) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .words(let words):
                let isEnded =
                    text.hasSuffix(".") && words.hasPrefix(".")
                    || text.hasSuffix("?") && words.hasPrefix(":")
                text += isEnded ? words.dropFirst() : words[...]
            case .fact(let name): text += fact(name) ?? "{\(name)}"
            }
        }
        return text
    }
}
