package import Ledger
internal import Store

/// A notice to a person that somebody else changed something of theirs.
///
/// It is shown on every page until the person acknowledges it.
package struct Notice: Hashable, Sendable {
    package typealias ID = Ledger.ID<Notice>

    /// What was done.
    package enum Kind: String, CaseIterable, Sendable {
        /// Staff handed over a code for choosing a new password.
        case code
        /// The password was changed with such a code.
        case codeUsed = "code-used"
        case card
        /// The e-mail address or the phone number was changed.
        case contact
        /// A guardian was given to them.
        case guardian
    }

    package let id: ID
    package let kind: Kind
    /// The name of the person who did it; nil for the command line and for an erased person.
    package let by: String?
    package let at: Instant

    /// The maximum number shown at once.
    static let most = 10
    /// How long a notice is kept: 90 days.
    static let lasts: Duration = .seconds(90 * 86_400)
}

/// Acknowledges the notices of the signed-in person.
package struct SeeNotices: Operation {
    /// The newest notice that was shown; later ones are still to be shown.
    package let last: Notice.ID

    package static let name = "notice.see"
    package static let access: Access = .signedIn
    package var subject: Subject { .installation }

    /// Acknowledges all notices up to this one.
    package init(last: Notice.ID) { self.last = last }

    package func run(at desk: Desk) throws -> Done {
        guard let person = desk.actor.person else { throw AccessRefusal.notSignedIn }
        try desk.tx.run(
            "UPDATE notice SET seen_at = $1 WHERE person = $2 AND id <= $3 AND seen_at IS NULL",
            desk.now,
            person,
            last
        )
        return Done()
    }
}

extension Desk {
    /// Records a notice to a person about what the actor does now.
    ///
    /// Does nothing if the actor is that person, or if the person has never signed in.
    func tell(_ person: Person.ID?, _ kind: Notice.Kind, _ standing: Standing) throws {
        guard let person, standing.signsIn, actor.person != person else { return }
        try tx.run(
            "INSERT INTO notice (id, person, kind, by_person, at) VALUES ($1, $2, $3, $4, $5)",
            unlistedID(),
            person,
            kind.rawValue,
            actor.person,
            now
        )
    }
}

extension Transaction {
    /// The unacknowledged notices of a person, oldest first; at most ``Notice/most``.
    func notices(for person: Person.ID) throws -> [Notice] {
        try all(
            """
            SELECT n.id, n.kind, NULLIF(p.name, ''), n.at
            FROM notice n LEFT JOIN person p ON p.id = n.by_person
            WHERE n.person = $1 AND n.seen_at IS NULL ORDER BY n.id LIMIT $2
            """,
            person,
            Notice.most
        ) { row in
            Notice(
                id: row.id(0),
                kind: try row.word(1),
                by: row.textIfAny(2),
                at: row.instant(3)
            )
        }
    }
}
