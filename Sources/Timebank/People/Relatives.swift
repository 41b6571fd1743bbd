package import Ledger
internal import Store

/// Declares that two members are relatives, who may not confirm or reverse for each other.
package struct DeclareRelatives: Operation {
    package let member: MemberName
    package let other: MemberName

    package static let name = "relative.declare"
    package static let access: Access = .own || .guardian || .coordinator || .operator
    package var subject: Subject { .owned(member) }

    /// Creates the declaration.
    package init(member: MemberName, other: MemberName) {
        self.member = member
        self.other = other
    }

    package func run(at desk: Desk) throws -> Done {
        let (one, two) = try desk.keep(
            (member, field: Fields.member.name),
            (other, field: Fields.other.name)
        )
        try Self.record(one, two, by: desk)
        return Done()
    }

    /// Records that two members are relatives; the caller has locked both.
    ///
    /// `since` is the time from which an imported declaration has existed; nil for now.
    static func record(
        _ one: Member,
        _ two: Member,
        since: Instant? = nil,
        by desk: Desk
    ) throws {
        guard one.id != two.id else { throw Fields.other.refusal(.taken) }
        for (member, other) in [(one, two), (two, one)] {
            try desk.tx.run(
                """
                INSERT INTO relative (network, member, other, since) VALUES ($1, $2, $3, $4)
                ON CONFLICT DO NOTHING
                """,
                desk.here.id,
                member.id,
                other.id,
                since ?? desk.now
            )
            desk.touch(member.id)
        }
    }
}

/// Withdraws a declaration that was made by mistake.
///
/// Only a coordinator or an operator may do it, and never one of the two, since it lets them
/// confirm for each other.
package struct UndoRelatives: Operation {
    package let member: MemberName
    package let other: MemberName

    package static let name = "relative.undo"
    package static let access: Access = .coordinator || .operator
    package var subject: Subject { .owned(member) }

    /// Creates the withdrawal.
    package init(member: MemberName, other: MemberName) {
        self.member = member
        self.other = other
    }

    package func run(at desk: Desk) throws -> Done {
        let one = try desk.find(member, field: Member.Fields.member.name)
        let two = try desk.find(other, field: Fields.relative.name)
        if let person = desk.actor.person, one.person == person || two.person == person {
            throw AccessRefusal.notAllowed
        }
        let rows = try desk.tx.change(
            """
            DELETE FROM relative
            WHERE network = $1 AND ((member = $2 AND other = $3) OR (member = $3 AND other = $2))
            """,
            desk.here.id,
            one.id,
            two.id
        )
        guard rows > 0 else { throw AccessRefusal.notFound }
        desk.touch(one.id)
        desk.touch(two.id)
        return Done()
    }
}

/// A declared relative of a member.
package struct Relative: Hashable, Sendable {
    package let member: Member.ID
    package let name: String
    package let number: String
    package let since: Instant
}

/// Lists the declared relatives of a member, oldest declaration first; at most 200.
package struct RelativesQuery: Query {
    package let member: MemberName

    package static let name = "relative.list"
    package static let access: Access = .own || .guardian || .coordinator || .operator
    package var subject: Subject { .owned(member) }

    /// Creates a query for one member.
    package init(member: MemberName) { self.member = member }

    package func answer(at view: View) throws -> [Relative] {
        guard let found = try view.tx.member(member, in: view.here.id) else {
            throw AccessRefusal.notFound
        }
        return try view.tx.all(
            """
            SELECT m.id, m.name, m.number, r.since
            FROM relative r JOIN member m ON m.id = r.other
            WHERE r.network = $1 AND r.member = $2 ORDER BY r.since, m.id LIMIT 200
            """,
            view.here.id,
            found.id
        ) {
            Relative(
                member: $0.id(0),
                name: $0.text(1),
                number: $0.text(2),
                since: $0.instant(3)
            )
        }
    }
}
