internal import Ledger
internal import Store

// Checks that the journal says who gave each role.
extension Audit {
    /// Checks all roles: operators, offices, staff, guardians and relatives.
    func checkRoles() throws {
        try checkOperators()
        try checkOffices()
        try checkStaff()
        try checkGuardians()
        try checkRelatives()
    }

    private func checkOperators() throws {
        try tx.each("SELECT person, since FROM operator ORDER BY person") { row in
            look(
                Grants.Claim(
                    acts: [.makeOperator],
                    network: 0,
                    holder: row.integer(0),
                    since: row.integer(1)
                ),
                "an operator"
            )
            return true
        }
    }

    private func checkOffices() throws {
        try tx.each(
            "SELECT network, person, role, since FROM office ORDER BY network, person, role"
        ) { row in
            look(
                Grants.Claim(
                    acts: [.office, .found],
                    network: row.integer(0),
                    holder: row.integer(1),
                    code: Office(rawValue: row.text(2))?.journalCode ?? 0,
                    since: row.integer(3)
                ),
                "a \(row.text(2))"
            )
            return true
        }
    }

    private func checkStaff() throws {
        try tx.each(
            """
            SELECT s.network, s.person, s.organisation, s.role, s.since, o.network
            FROM staff s LEFT JOIN organisation o ON o.id = s.organisation
            ORDER BY s.organisation, s.person
            """
        ) { row in
            look(
                Grants.Claim(
                    acts: [.staff],
                    network: row.integer(0),
                    holder: row.integer(1),
                    others: [row.integer(2)],
                    code: StaffRole(rawValue: row.text(3))?.journalCode ?? 0,
                    since: row.integer(4)
                ),
                "the role \(row.text(3)) at \(named("organisation", row.integer(2)))"
            )
            return true
        }
    }

    private func checkGuardians() throws {
        try tx.each(
            """
            SELECT network, guardian, ward, since FROM guardian ORDER BY network, guardian, ward
            """
        ) { row in
            look(
                Grants.Claim(
                    acts: [.guardian],
                    network: row.integer(0),
                    holder: row.integer(1),
                    others: [row.integer(2)],
                    since: row.integer(3)
                ),
                "the guardianship for \(named("member", row.integer(2)))"
            )
            return true
        }
    }

    private func checkRelatives() throws {
        try tx.each(
            """
            SELECT r.network, r.member, r.other, r.since, b.member
            FROM relative r LEFT JOIN relative b
                ON b.network = r.network AND b.member = r.other AND b.other = r.member
            ORDER BY r.network, r.member, r.other
            """
        ) { row in
            let words = "a relative of \(named("member", row.integer(2)))"
            look(
                Grants.Claim(
                    acts: [.relatives],
                    network: row.integer(0),
                    holder: row.integer(1),
                    others: [row.integer(2)],
                    since: row.integer(3)
                ),
                words
            )
            if row.isNull(4) { note(row.integer(0), "\(words) is none of the other's") }
            return true
        }
    }

    private func look(_ claim: Grants.Claim, _ words: @autoclosure () -> String) {
        let isPerson = { self.register.has($0, .person, position: nil) }
        guard !grants.explain(claim, isPerson: isPerson) else { return }
        note(
            claim.network,
            """
            \(words()), \(Crockford.encode(claim.holder)): the journal does not say who made them so
            """
        )
    }
}
