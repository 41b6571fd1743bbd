package import Ledger

/// A refusal in a person's language: a short title, and a sentence that says what to do next.
package struct RefusalWords: Hashable, Sendable {
    package let title: String
    package let sentence: String

    /// Words that were put together elsewhere.
    package init(title: String, sentence: String) {
        self.title = title
        self.sentence = sentence
    }

    /// Both on one line, where there is no room for a title: in a terminal, say.
    package var line: String { "\(title). \(sentence)" }
}

/// A refusal as a translator writes it.
package struct RefusalPhrase: Hashable, Sendable {
    /// A few words, without facts.
    package let title: String
    /// What happened and what to do next, with facts.
    package let sentence: Phrase
    /// The same without facts, for when one of them is not known; `nil` where it needs none.
    package let otherwise: String?

    /// - `otherwise`: Needed where the sentence has facts.
    package init(_ title: String, _ sentence: Phrase, otherwise: String? = nil) {
        self.title = title
        self.sentence = sentence
        self.otherwise = otherwise
    }
}

/// What says "no", in each complete language.
package protocol RefusalPhrases: Sendable {
    var english: RefusalPhrase { get }
    var polish: RefusalPhrase { get }
}

extension RefusalPhrases {
    /// What it says in a language; `nil` where the language has no words for it yet.
    package func phrase(in language: Language) -> RefusalPhrase? {
        switch language {
        case .english: english
        case .polish: polish
        case .welsh, .latvian, .lithuanian, .portuguese, .hungarian, .russian: nil
        }
    }

    /// What it says in a language, English where that has no words for it yet, with its facts in
    /// place.
    package func words(in language: Language, _ facts: [String: Fact] = [:]) -> RefusalWords {
        guard let own = phrase(in: language) else { return english.said(in: .english, facts) }
        return own.said(in: language, facts)
    }
}

extension Refusal {
    /// What the refusal says in a person's language.
    ///
    /// - `now`: The moment at which it is said, so that a wait can be given in minutes.
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

    /// Whole minutes to wait, at least one.
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
