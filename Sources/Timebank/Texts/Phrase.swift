/// A text of the catalogue as a translator writes it: words, with the names of facts in braces.
///
/// A text that depends on a number says which fact it counts, and has a sentence for each form
/// that its language needs.
package enum Phrase: Hashable, Sendable, ExpressibleByStringLiteral {
    /// One sentence for all cases, such as `Leaves {left}.`
    case plain(String)
    /// A sentence for each plural form of the number in the fact named `by`.
    case counted(by: String, [PluralForm: String])

    /// One sentence for all cases.
    package init(stringLiteral value: String) {
        self = .plain(value)
    }

    /// The names in braces, over all its forms.
    package var placeholders: Set<String> {
        switch self {
        case .plain(let words): Pattern(words).placeholders
        case .counted(let by, let forms):
            forms.values.reduce(into: [by]) { $0.formUnion(Pattern($1).placeholders) }
        }
    }
}

/// A phrase taken apart once, at the first look-up, so that saying it only joins strings.
struct Pattern: Sendable {
    enum Part: Sendable {
        case words(String)
        case fact(String)
    }

    let parts: [Part]

    /// Takes `words` apart at its braces; a brace that is never closed is an ordinary character.
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

    /// The words with each fact in its place; a fact that is not there leaves its name in braces.
    ///
    /// A fact may end in a full stop of its own (`3 godz.`); the sentence then adds no second one.
    /// A field that is a question keeps its mark, and gets no colon after it.
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
