package import Ledger

/// An answer of "no" that a person can understand and act on.
///
/// It says what is wrong in the scheme's own terms, with what one needs to act on it. Each part has
/// an enum of its own refusals, and for each complete language a sentence, without which it does
/// not compile. What it looks like as a status, a page or an exit code is settled at the edge that
/// shows it.
package protocol Refusal: Error, Hashable, Sendable, RefusalPhrases {
    /// The stable code: the last part of a problem's `type`, and what scripts look for. It never
    /// changes once it was released.
    var code: String { get }
    /// What sort of "no" it is, which the API turns into a status.
    var kind: RefusalKind { get }
    /// The field that it is about, where it is about one.
    var field: FieldName? { get }
    /// What it stands on: filled into its sentence, and shown to programs.
    var facts: [RefusalFact] { get }
    /// When asking again makes sense, where that is known.
    var wait: RefusalWait? { get }
    /// One of each case, for lists and tests.
    static var samples: [Self] { get }
}

extension Refusal {
    package var field: FieldName? { nil }
    package var facts: [RefusalFact] { [] }
    package var wait: RefusalWait? { nil }

    /// ``samples``, of whatever enum they are.
    package static var allSamples: [any Refusal] { samples }

    /// Whether it is this one, facts included.
    package func isSame(as other: some Refusal) -> Bool {
        AnyHashable(self) == AnyHashable(other)
    }
}

/// What sort of "no" a refusal is.
package enum RefusalKind: Hashable, Sendable {
    /// What was sent cannot be meant.
    case invalid
    /// Nobody has signed in, or what they show does not say who they are.
    case nobody
    /// Whoever asks may not do this.
    case forbidden
    /// There is nothing of that name, or nothing that they may see.
    case missing
    /// Something else stands in the way, which is there already or just happens.
    case conflict
    /// The rules do not allow it, or there is not enough.
    case impossible
    /// It was tried too often.
    case tooOften
}

/// Something that a refusal stands on.
package struct RefusalFact: Sendable {
    /// The name in the braces of its sentence, and of a problem's member.
    package let name: StaticString
    package let fact: Fact
    /// Whether programs are told it beside the sentence.
    package let isShown: Bool

    /// Stands in the sentence, and beside it for programs.
    package static func shown(_ name: StaticString, _ fact: Fact) -> RefusalFact {
        RefusalFact(name: name, fact: fact, isShown: true)
    }

    /// Stands in the sentence only.
    package static func said(_ name: StaticString, _ fact: Fact) -> RefusalFact {
        RefusalFact(name: name, fact: fact, isShown: false)
    }
}

/// How long to wait before asking again.
package enum RefusalWait: Hashable, Sendable {
    case seconds(Int64)
    case until(Instant)

    /// Whole seconds from a moment, at least one.
    package func seconds(from now: Instant) -> Int64 {
        switch self {
        case .seconds(let seconds): max(1, seconds)
        case .until(let until): max(1, (until.microseconds - now.microseconds) / 1_000_000 + 1)
        }
    }
}
