internal import Ledger
internal import Store

extension ExportWriting {
    /// Writes members and organisations, and who is what to whom.
    func writePeople() throws {
        try writeOrganisations()
        try writeMembers()
        try writeStaff()
        try writeOffices()
        try writeGuardians()
        try write("relatives.csv", ImportKind.relatives.columns) { row in
            try tx.each(
                """
                SELECT member, other, since FROM relative WHERE network = $1
                ORDER BY since, member, other
                """,
                network.id
            ) {
                try row([
                    names.member($0.integer(0)), names.member($0.integer(1)),
                    $0.instant(2).rfc3339,
                ])
                return true
            }
        }
    }

    private func writeOrganisations() throws {
        // Those who read our four columns go on reading them until an organisation is closed.
        let isAnyClosed = try tx.first(
            "SELECT 1 FROM organisation WHERE network = $1 AND is_open = 0 LIMIT 1",
            network.id,
            as: { _ in true }
        )
        let kind = ImportKind.organisations
        let columns = kind.columns + (isAnyClosed == true ? kind.further : [])
        try write("organisations.csv", columns) { row in
            try tx.each(
                """
                SELECT slug, name, earns, spends, is_open FROM organisation
                WHERE network = $1 ORDER BY id
                """,
                network.id
            ) {
                let cells = [
                    $0.text(0), $0.text(1), $0.flag(2) ? "yes" : "no", $0.text(3),
                    $0.flag(4) ? "yes" : "no",
                ]
                try row(Array(cells.prefix(columns.count)))
                return true
            }
        }
    }

    /// Whoever was erased is not written; of them only the wallet is left.
    private func writeMembers() throws {
        let isAnyBrought = try tx.first(
            """
            SELECT 1 FROM member
            WHERE network = $1 AND brought_by IS NOT NULL AND status <> 'erased' LIMIT 1
            """,
            network.id,
            as: { _ in true }
        )
        let kind = ImportKind.members
        let columns = kind.columns + (isAnyBrought == true ? kind.further : [])
        try write("members.csv", columns) { row in
            try tx.each(
                """
                SELECT number, name, email, phone, language, status, joined_at, card, brought_by
                FROM member WHERE network = $1 AND status <> 'erased' ORDER BY id
                """,
                network.id
            ) {
                let cells = [
                    $0.text(0), $0.text(1), $0.textIfAny(2) ?? "", $0.textIfAny(3) ?? "",
                    $0.text(4), $0.text(5), $0.instant(6).rfc3339, $0.textIfAny(7) ?? "",
                    $0.integerIfAny(8).map { names.organisation($0) } ?? "",
                ]
                try row(Array(cells.prefix(columns.count)))
                return true
            }
        }
    }

    /// Whoever is a member is named by number; how somebody signs in belongs to the server and
    /// not to the network, so it is not written.
    private func writeStaff() throws {
        try write("staff.csv", ImportKind.staff.columns) { row in
            try tx.each(
                """
                SELECT s.organisation, s.role, m.number, COALESCE(m.name, p.name), s.since
                FROM staff s JOIN person p ON p.id = s.person
                    LEFT JOIN member m ON m.person = s.person AND m.network = s.network
                WHERE s.network = $1
                ORDER BY s.since, s.organisation, COALESCE(m.name, p.name), s.person
                """,
                network.id
            ) {
                try row([
                    names.organisation($0.integer(0)), $0.text(1), $0.textIfAny(2) ?? "",
                    $0.text(3), $0.instant(4).rfc3339,
                ])
                return true
            }
        }
    }

    private func writeOffices() throws {
        try write("offices.csv", ImportKind.offices.columns) { row in
            try tx.each(
                """
                SELECT o.role, m.number, COALESCE(m.name, p.name), o.since
                FROM office o JOIN person p ON p.id = o.person
                    LEFT JOIN member m ON m.person = o.person AND m.network = o.network
                WHERE o.network = $1
                ORDER BY o.since, COALESCE(m.name, p.name), o.role, o.person
                """,
                network.id
            ) {
                try row([
                    $0.text(0), $0.textIfAny(1) ?? "", $0.text(2), $0.instant(3).rfc3339,
                ])
                return true
            }
        }
    }

    private func writeGuardians() throws {
        try write("guardians.csv", ImportKind.guardians.columns) { row in
            try tx.each(
                """
                SELECT m.number, COALESCE(m.name, p.name), g.ward, g.since
                FROM guardian g JOIN person p ON p.id = g.guardian
                    LEFT JOIN member m ON m.person = g.guardian AND m.network = g.network
                WHERE g.network = $1
                ORDER BY g.since, COALESCE(m.name, p.name), g.guardian, g.ward
                """,
                network.id
            ) {
                try row([
                    $0.textIfAny(0) ?? "", $0.text(1), names.member($0.integer(2)),
                    $0.instant(3).rfc3339,
                ])
                return true
            }
        }
    }
}
