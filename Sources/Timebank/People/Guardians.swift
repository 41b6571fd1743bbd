package import Ledger
internal import Store

/// Lets a member act for another who cannot, with the consent of that member or of their carer.
package struct AddGuardian: Operation {
    package let ward: MemberName
    package let guardian: MemberName

    package static let name = "guardian.add"
    package static let access: Access = .coordinator || .operator
    package var subject: Subject { .owned(ward) }

    /// Creates a guardianship between two members of the network.
    package init(ward: MemberName, guardian: MemberName) {
        self.ward = ward
        self.guardian = guardian
    }

    package func run(at desk: Desk) throws -> Done {
        let (ward, guardian) = try desk.keep(
            (ward, field: Fields.ward.name),
            (guardian, field: Fields.guardian.name)
        )
        let person = try Self.add(guardian, for: ward, by: desk)
        desk.touch(ward.id)
        desk.touch(person)
        return Done()
    }
}

extension AddGuardian {
    /// Makes one member the guardian of another; the caller has locked both.
    ///
    /// `since` is the time from which an imported guardianship has existed. Nil if it begins now,
    /// for which neither member may have left.
    static func add(
        _ guardian: Member,
        for ward: Member,
        since: Instant? = nil,
        by desk: Desk
    ) throws -> Person.ID {
        if since == nil {
            try ward.requirePresent(as: Fields.ward.name)
            try guardian.requirePresent(as: Fields.guardian.name)
        }
        guard ward.id != guardian.id else { throw Fields.guardian.refusal(.taken) }
        return try record(for: ward, since: since, by: desk) { try desk.person(for: guardian) }
    }

    /// Records that a person acts for a member, and notifies the person who signs in as that
    /// member.
    static func record(
        for ward: Member,
        since: Instant? = nil,
        by desk: Desk,
        guardian: () throws -> Person.ID
    ) throws -> Person.ID {
        let standing = try desk.view.requireReach(.guardian, over: ward)
        try desk.tell(ward.person, .guardian, standing)
        let person = try guardian()
        try desk.tx.run(
            """
            INSERT INTO guardian (network, guardian, ward, since) VALUES ($1, $2, $3, $4)
            ON CONFLICT DO NOTHING
            """,
            desk.here.id,
            person,
            ward.id,
            since ?? desk.now
        )
        return person
    }
}

/// Ends a guardianship.
package struct RemoveGuardian: Operation {
    package let ward: MemberName
    package let guardian: Person.ID

    package static let name = "guardian.remove"
    package static let access: Access = .own || .coordinator || .operator
    package var subject: Subject { .owned(ward) }

    /// Creates the request to end a guardianship.
    package init(ward: MemberName, guardian: Person.ID) {
        self.ward = ward
        self.guardian = guardian
    }

    package func run(at desk: Desk) throws -> Done {
        let ward = try desk.find(ward, field: AddGuardian.Fields.ward.name)
        let rows = try desk.tx.change(
            "DELETE FROM guardian WHERE network = $1 AND guardian = $2 AND ward = $3",
            desk.here.id,
            guardian,
            ward.id
        )
        guard rows == 1 else { throw AccessRefusal.notFound }
        desk.touch(ward.id)
        desk.touch(guardian)
        return Done()
    }
}

/// A guardian of a member.
package struct Guardian: Hashable, Sendable {
    package let person: Person.ID
    package let name: String
    package let since: Instant
}

/// Lists the guardians of a member, oldest guardianship first; at most 50.
package struct GuardiansQuery: Query {
    package let ward: MemberName

    package static let name = "guardian.list"
    package static let access: Access = .own || .guardian || .coordinator || .operator
    package var subject: Subject { .owned(ward) }

    /// Creates a query for one member.
    package init(ward: MemberName) { self.ward = ward }

    package func answer(at view: View) throws -> [Guardian] {
        guard let ward = try view.tx.member(ward, in: view.here.id) else {
            throw AccessRefusal.notFound
        }
        return try view.tx.all(
            """
            SELECT g.guardian, COALESCE(m.name, p.name), g.since
            FROM guardian g JOIN person p ON p.id = g.guardian
                LEFT JOIN member m ON m.person = g.guardian AND m.network = g.network
            WHERE g.ward = $1 ORDER BY g.since, g.guardian LIMIT 50
            """,
            ward.id
        ) { Guardian(person: $0.id(0), name: $0.text(1), since: $0.instant(2)) }
    }
}
