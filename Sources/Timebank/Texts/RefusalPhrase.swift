package import Ledger

/// A refusal's message in a person's language: a short title and a sentence.
package struct RefusalWords: Hashable, Sendable {
    package let title: String
    package let sentence: String

    /// A message that was formatted elsewhere.
    package init(title: String, sentence: String) {
        self.title = title
        self.sentence = sentence
    }

    /// Title and sentence on one line, for example for a terminal.
    package var line: String { "\(title). \(sentence)" }
}

/// A refusal's message as translators write it.
package struct RefusalPhrase: Hashable, Sendable {
    /// A short title without placeholders.
    package let title: String
    /// What happened and what to do next, with placeholders.
    package let sentence: Phrase
    /// The sentence without placeholders, for when a value is not known; nil where it needs none.
    package let otherwise: String?

    /// A message; `otherwise` is needed where the sentence has placeholders.
    package init(_ title: String, _ sentence: Phrase, otherwise: String? = nil) {
        self.title = title
        self.sentence = sentence
        self.otherwise = otherwise
    }
}

/// A type with a refusal message in each complete language.
package protocol RefusalPhrases: Sendable {
    var english: RefusalPhrase { get }
    var polish: RefusalPhrase { get }
}

extension RefusalPhrases {
    /// The message in a language; nil where it is not translated yet.
    package func phrase(in language: Language) -> RefusalPhrase? {
        switch language {
        case .english: english
        case .polish: polish
        case .welsh, .latvian, .lithuanian, .portuguese, .hungarian, .russian: nil
        }
    }

    /// The message in a language with its values, in English where it is not translated yet.
    package func words(in language: Language, _ facts: [String: Fact] = [:]) -> RefusalWords {
        guard let own = phrase(in: language) else { return english.said(in: .english, facts) }
        return own.said(in: language, facts)
    }
}

extension Refusal {
    /// The refusal's message in a language.
    ///
    /// `now` is needed to give a wait that ends at a certain time in minutes.
    package func words(in language: Language, at now: Instant? = nil) -> RefusalWords {
        var facts = Dictionary(
            self.facts.map { ("\($0.name)", $0.fact) },
            uniquingKeysWith: { first, _ in first }
        )
        switch wait {
        case .seconds(let seconds)?: facts["seconds"] = .number(seconds)
        case .until(let until)?:
            facts["minutes"] = now.map { .minutes(Self.minutes(from: $0, to: until)) }
        case nil: break
        }
        return words(in: language, facts)
    }

    /// The wait in whole minutes, rounded up, at least 1.
    private static func minutes(from now: Instant, to until: Instant) -> Minutes {
        Minutes(max(1, (now.duration(to: until).components.seconds + 59) / 60))
    }
}

extension RefusalPhrase {
    fileprivate func said(in language: Language, _ facts: [String: Fact]) -> RefusalWords {
        let entry = Entry(sentence)
        if let otherwise, !entry.isFilled(in: language, by: facts) {
            return RefusalWords(title: title, sentence: otherwise)
        }
        return RefusalWords(title: title, sentence: entry.said(in: language, facts))
    }
}
