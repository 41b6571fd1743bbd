package import Ledger
internal import Store

/// Something that somebody else did to a person who signs in, of which they are told on every page
/// until they say that they have seen it.
package struct Notice: Hashable, Sendable {
    package typealias ID = Ledger.ID<Notice>

    /// What was done.
    package enum Kind: String, CaseIterable, Sendable {
        /// A code to choose a new password with was handed over.
        case code
        /// The password was changed with such a code.
        case codeUsed = "code-used"
        case card
        /// The e-mail address or the phone number was changed.
        case contact
        /// Somebody was made their guardian.
        case guardian
    }

    package let id: ID
    package let kind: Kind
    /// What whoever did it is called; none for the command line and for somebody erased.
    package let by: String?
    package let at: Instant

    /// How many are shown at once.
    static let most = 10
    /// For how long one is kept: a quarter of a year.
    static let lasts: Duration = .seconds(90 * 86_400)
}

/// Says that whoever is signed in has seen what they were told.
package struct SeeNotices: Operation {
    /// The newest one that was shown; one that came after it is still to be shown.
    package let last: Notice.ID

    package static let name = "notice.see"
    package static let access: Access = .signedIn
    package var subject: Subject { .installation }

    /// All notices up to this one.
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
    /// Tells a person what somebody else does to them at this moment; whoever does it to
    /// themselves, or never signs in, is not told.
    func tell(_ person: Person.ID?, _ kind: Notice.Kind, _ standing: Standing) throws {
        guard let person, standing.signsIn, actor.person != person else { return }
        try tx.run(
            "INSERT INTO notice (id, person, kind, by_person, at) VALUES ($1, $2, $3, $4, $5)",
            quietID(),
            person,
            kind.rawValue,
            actor.person,
            now
        )
    }
}

extension Transaction {
    /// What a person was told and has not seen yet, oldest first.
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
