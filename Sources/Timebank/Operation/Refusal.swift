package import Ledger

/// An error that tells a person which rule forbids the request and what they can do about it.
///
/// Each part has an enumeration of its own refusals, and a sentence for each of them in each
/// complete language; without it the program does not compile. The HTTP status, the page or the
/// exit code is chosen where the refusal is shown.
package protocol Refusal: Error, Hashable, Sendable, RefusalPhrases {
    /// The stable code: the last part of a problem's `type`, on which scripts rely.
    ///
    /// Never changed after a release.
    var code: String { get }
    /// The category of the refusal, from which the API derives the HTTP status.
    var kind: RefusalKind { get }
    /// The input field that caused it; nil where it concerns none.
    var field: FieldName? { get }
    /// The values in its sentence, and those that are given to programs.
    var facts: [RefusalFact] { get }
    /// When a retry can succeed, where that is known.
    var wait: RefusalWait? { get }
    /// One value of each case, for documentation and tests.
    static var samples: [Self] { get }
}

extension Refusal {
    package var field: FieldName? { nil }
    package var facts: [RefusalFact] { [] }
    package var wait: RefusalWait? { nil }

    /// The ``samples`` without their static type.
    package static var allSamples: [any Refusal] { samples }

    /// Whether both are the same case with the same values.
    package func isSame(as other: some Refusal) -> Bool {
        AnyHashable(self) == AnyHashable(other)
    }
}

/// The category of a refusal.
package enum RefusalKind: Hashable, Sendable {
    /// The input is malformed or not valid.
    case invalid
    /// No valid credential: not signed in, or a wrong password or token.
    case nobody
    /// The actor is not allowed to do this.
    case forbidden
    /// The object does not exist, or the actor may not see it.
    case missing
    /// It conflicts with existing data or with a request that is still running.
    case conflict
    /// A rule of the scheme does not allow it, or there are not enough credits.
    case impossible
    /// Too many attempts; rate-limited.
    case tooOften
}

/// A named value of a refusal.
package struct RefusalFact: Sendable {
    /// The name of the placeholder in its sentence, and of the member in the API's problem details.
    package let name: StaticString
    package let fact: Fact
    /// Whether it is also given to programs as a member of the problem details.
    package let isShown: Bool

    /// A value in the sentence and in the problem details.
    package static func shown(_ name: StaticString, _ fact: Fact) -> RefusalFact {
        RefusalFact(name: name, fact: fact, isShown: true)
    }

    /// A value in the sentence only.
    package static func said(_ name: StaticString, _ fact: Fact) -> RefusalFact {
        RefusalFact(name: name, fact: fact, isShown: false)
    }
}

/// How long to wait before a retry.
package enum RefusalWait: Hashable, Sendable {
    case seconds(Int64)
    case until(Instant)

    /// Returns the wait in whole seconds from `now`, at least 1.
    package func seconds(from now: Instant) -> Int64 {
        switch self {
        case .seconds(let seconds): max(1, seconds)
        case .until(let until): max(1, (until.microseconds - now.microseconds) / 1_000_000 + 1)
        }
    }
}
