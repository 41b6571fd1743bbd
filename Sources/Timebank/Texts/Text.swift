/// A text that people read, by its name.
///
/// Each part of the scheme has an enum of its own texts, with a table for each complete language
/// beside it. The same name stands in the enum, in the tables (`.homeLately: "Lately"`), in Swift
/// (`words(PeopleText.homeLately)`) and in a template (`{{t.homeLately}}`), so that one search
/// finds all four. A test fails where a complete language lacks a text.
package protocol Text: RawRepresentable<Int>, CaseIterable, Hashable, Sendable {
    /// What each text says in English.
    static var english: KeyValuePairs<Self, Phrase> { get }
    /// What each text says in Polish.
    static var polish: KeyValuePairs<Self, Phrase> { get }
    /// The tables, taken apart once: `static let shelf = TextShelf(of: Self.self)`.
    static var shelf: TextShelf { get }
}

extension Text {
    /// All texts of the enum, in the order of their numbers.
    package static var allTexts: [any Text] { Array(allCases) }

    /// What each says in a language, by its name.
    package static func phrases(in language: Language) -> [(name: String, phrase: Phrase)] {
        table(of: language).map { ($0.name, $1) }
    }

    /// The name that templates know it by.
    package var name: String { "\(self)" }

    /// What each text says in a language; empty where the language has none yet.
    package static func table(of language: Language) -> KeyValuePairs<Self, Phrase> {
        switch language {
        case .english: english
        case .polish: polish
        case .welsh, .latvian, .lithuanian, .portuguese, .hungarian, .russian: [:]
        }
    }

    /// Whether a language has a text of its own for it.
    package func isThere(in language: Language) -> Bool {
        Self.shelf.entry(rawValue, in: language) != nil
    }

    /// What it says in a language, with its facts in place; English where the language lacks it.
    func said(in language: Language, _ facts: [String: Fact]) -> String {
        if let own = Self.shelf.entry(rawValue, in: language) {
            return own.said(in: language, facts)
        }
        return Self.shelf.entry(rawValue, in: .english)?.said(in: .english, facts) ?? name
    }
}

/// The texts of one enum in every language, taken apart at the first look-up.
///
/// They are in arrays by the number of the text, so that saying one costs an index and the joining
/// of its pieces.
package struct TextShelf: Sendable {
    private let entries: [Language: [Entry?]]

    /// The tables of an enum.
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
