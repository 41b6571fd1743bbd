internal import Ledger

/// Everything people read, in each language.
///
/// The tables stand beside this file, one for each language and part of the scheme. They are taken
/// apart once, at the first look-up, and kept in arrays by the number of the text, so that saying
/// one costs an index and the joining of its pieces.
package enum Catalogue {
    /// `text` in `language`, with its facts in place; English where the language has none yet.
    package static func text(
        _ text: Text,
        in language: Language,
        _ facts: [String: Fact] = [:]
    ) -> String {
        let own = shelf(of: language)[text.rawValue]
        guard let entry = own ?? shelf(of: .english)[text.rawValue] else { return "\(text)" }
        return entry.said(in: own == nil ? .english : language, facts)
    }

    /// Whether `language` has a text of its own for `text`.
    package static func has(_ text: Text, in language: Language) -> Bool {
        shelf(of: language)[text.rawValue] != nil
    }

    /// The tables of a language, one for each part of the scheme; empty where there are none yet.
    package static func tables(of language: Language) -> [KeyValuePairs<Text, Phrase>] {
        switch language {
        case .english: English.tables
        case .polish: Polish.tables
        case .welsh, .latvian, .lithuanian, .portuguese, .hungarian, .russian: []
        }
    }

    private static let shelves: [[Entry?]] = Language.allCases.map { language in
        var shelf = [Entry?](repeating: nil, count: Text.allCases.count)
        for table in tables(of: language) {
            for (text, phrase) in table { shelf[text.rawValue] = Entry(phrase) }
        }
        return shelf
    }

    private static let places: [Language: Int] = Dictionary(
        uniqueKeysWithValues: Language.allCases.enumerated().map { ($1, $0) }
    )

    private static func shelf(of language: Language) -> [Entry?] {
        shelves[places[language, default: 0]]
    }
}

/// A phrase taken apart, as the catalogue keeps it.
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

    /// Whether each name in braces has its fact.
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
    /// A fact as `language` says it.
    static func said(_ fact: Fact, in language: Language) -> String {
        switch fact {
        case .word(let word): word.fenced
        case .number(let number): self.number(number, in: language)
        case .minutes(let minutes): hours(minutes, in: language)
        case .day(let day): self.day(day, in: language)
        case .text(let text): self.text(text, in: language)
        }
    }
}
