/// The codes that refusals are known by, outside and inside.
///
/// A code never changes once it was released: scripts rely on it.
package enum RefusalText: String, CaseIterable, Hashable, Sendable {
    // Who is asking.
    case notSignedIn = "not-signed-in"
    case wrongSignIn = "wrong-sign-in"
    case lockedOut = "locked-out"
    case notAllowed = "not-allowed"
    case notFound = "not-found"
    case outranked
    case rankTooLow = "rank-too-low"
    case needsCoordinator = "needs-coordinator"
    case codeInvalid = "code-invalid"
    case weakPassword = "weak-password"
    case loginTaken = "login-taken"
    case insecure

    // How it was asked.
    case invalid
    case tooLarge = "too-large"
    case formExpired = "form-expired"
    case keyMissing = "key-missing"
    case keyReused = "key-reused"
    case keyRunning = "key-running"
    case tooManyRequests = "too-many-requests"
    case tooManyCards = "too-many-cards"
    case malformed
    case wrongType = "wrong-type"
    case wrongMethod = "wrong-method"
    case wrongHost = "wrong-host"
    case busy
    case unavailable
    case inDoubt = "in-doubt"
    case storeNewer = "store-newer"
    case fault

    // Credits.
    case notEnoughCredits = "not-enough-credits"
    /// The words of a till, under the same code.
    case doesNotFit = "does-not-fit"
    case amountOutOfRange = "amount-out-of-range"
    case sameAccount = "same-account"
    case overLimit = "over-limit"
    case overCeiling = "over-ceiling"
    case giftLimit = "gift-limit"
    case allocationUsedUp = "allocation-used-up"
    case holdExpired = "hold-expired"
    case potEmpty = "pot-empty"
    case wrongWay = "wrong-way"

    // Hours.
    case ownHours = "own-hours"
    case moreThanADay = "more-than-a-day"
    case ownAllocation = "own-allocation"
    case alreadyConfirmed = "already-confirmed"
    case alreadyRefused = "already-refused"
    case nothingChosen = "nothing-chosen"
    case futureDate = "future-date"
    case tooLongAgo = "too-long-ago"
    case notEarning = "not-earning"
    case opportunityClosed = "opportunity-closed"
    case organisationClosed = "organisation-closed"

    // Reversals and undoing.
    case ownTransfer = "own-transfer"
    case alreadyReversed = "already-reversed"
    case alreadySpent = "already-spent"
    case notReversible = "not-reversible"
    case undoTooLate = "undo-too-late"

    // Cards, members, offers, names.
    case unknownCard = "unknown-card"
    case unknownMember = "unknown-member"
    case notGuardian = "not-guardian"
    case mistypedNumber = "mistyped-number"
    case memberLeft = "member-left"
    case offerClosed = "offer-closed"
    case notSpending = "not-spending"
    case nobodyChosen = "nobody-chosen"
    case memberAlike = "member-alike"
    /// The other words of the same code: for a name and a telephone number, and for whom it is no
    /// business who it is.
    case memberAlikeByName = "member-alike-by-name"
    case memberAlikeHidden = "member-alike-hidden"
    case slugTaken = "slug-taken"
    case numberTaken = "number-taken"
}

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

    init(_ title: String, _ sentence: Phrase, otherwise: String? = nil) {
        self.title = title
        self.sentence = sentence
        self.otherwise = otherwise
    }
}

extension Catalogue {
    /// What a refusal says, in `language`, with its facts in place.
    ///
    /// A code that the catalogue does not know says that something went wrong here: a test holds
    /// that there is none.
    package static func refusal(
        _ code: String,
        in language: Language,
        _ facts: [String: Fact] = [:]
    ) -> RefusalWords {
        let text = RefusalText(rawValue: code) ?? .fault
        let own = refusals[language]?[text]
        guard let entry = own ?? refusals[.english]?[text] else {
            return RefusalWords(title: code, sentence: code)
        }
        return entry.said(in: own == nil ? .english : language, facts)
    }

    /// The table of refusals of a language; empty where there is none yet.
    package static func refusalTable(
        of language: Language
    ) -> KeyValuePairs<RefusalText, RefusalPhrase> {
        switch language {
        case .english: English.refusals
        case .polish: Polish.refusals
        case .welsh, .latvian, .lithuanian, .portuguese, .hungarian, .russian: [:]
        }
    }

    private static let refusals: [Language: [RefusalText: RefusalEntry]] = Dictionary(
        uniqueKeysWithValues: Language.allCases.map { language in
            let pairs = refusalTable(of: language).map { ($0.key, RefusalEntry($0.value)) }
            return (language, Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
        }
    )
}

/// A refusal taken apart, as the catalogue keeps it.
private struct RefusalEntry: Sendable {
    let title: String
    let sentence: Entry
    let otherwise: String?

    init(_ phrase: RefusalPhrase) {
        title = phrase.title
        sentence = Entry(phrase.sentence)
        otherwise = phrase.otherwise
    }

    func said(in language: Language, _ facts: [String: Fact]) -> RefusalWords {
        if let otherwise, !sentence.isFilled(in: language, by: facts) {
            return RefusalWords(title: title, sentence: otherwise)
        }
        return RefusalWords(title: title, sentence: sentence.said(in: language, facts))
    }
}
