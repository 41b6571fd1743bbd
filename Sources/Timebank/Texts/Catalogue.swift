internal import Ledger

/// The message catalogue: formats all texts for people, in each language.
package enum Catalogue {
    /// Formats `text` in `language`, with its facts; in English where no translation exists.
    package static func text(
        _ text: some Text,
        in language: Language,
        _ facts: [String: Fact] = [:]
    ) -> String {
        text.said(in: language, facts)
    }
}

/// A parsed phrase.
enum Entry: Sendable {
    case plain(Pattern)
    case counted(by: String, [PluralForm: Pattern])

    init(_ phrase: Phrase) {
        switch phrase {
        case .plain(let words): self = .plain(Pattern(words))
        case .counted(let by, let forms): self = .counted(by: by, forms.mapValues(Pattern.init))
        }
    }

    func said(in language: Language, _ facts: [String: Fact]) -> String {
        pattern(in: language, facts).filled { name in
            facts[name].map { Catalogue.said($0, in: language) }
        }
    }

    /// Whether all placeholders have a value in `facts`.
    func isFilled(in language: Language, by facts: [String: Fact]) -> Bool {
        if case .counted(let by, _) = self, facts[by] == nil { return false }
        return pattern(in: language, facts).placeholders.isSubset(of: facts.keys)
    }

    private func pattern(in language: Language, _ facts: [String: Fact]) -> Pattern {
        switch self {
        case .plain(let pattern): return pattern
        case .counted(let by, let forms):
            let count: Int64 =
                switch facts[by] {
                case .number(let count): count
                case .minutes(let minutes): minutes.count
                case .word, .day, .text, nil: 0
                }
            let last = language.pluralForms.last ?? .other
            return forms[language.pluralForm(of: count)] ?? forms[last] ?? Pattern("")
        }
    }
}

extension Catalogue {
    /// Formats a fact in a language.
    static func said(_ fact: Fact, in language: Language) -> String {
        switch fact {
        case .word(let word): word.bidiIsolated
        case .number(let number): self.number(number, in: language)
        case .minutes(let minutes): hours(minutes, in: language)
        case .day(let day): self.day(day, in: language)
        case .text(let text, let facts): text.said(in: language, facts)
        }
    }
}
