internal import Ledger
internal import Store

/// A row of `offices.csv`, which names a coordinator or funder: `role,member,name,since`.
///
/// A member gets the role under the rules of ``Appoint``. A row with `since` brings in a role that
/// was held in another system; its holder may be a member who has left.
struct OfficeRow: ImportedRow {
    private let cells: RowCells
    private let role: Office
    private let who: RowPerson
    private let since: Instant?

    init(_ cells: RowCells, reference: String) throws(ImportProblem) {
        self.cells = cells
        guard let role = try cells.word("role", Office.self) else {
            throw cells.problem("role", .missing)
        }
        self.role = role
        who = try RowPerson(cells, in: "member")
        since = try cells.since
    }

    func write(by writing: RowWriting) throws -> Bool {
        let member = try who.member(in: writing)
        if let known = try known(member, writing) {
            try cells.requireSince(since, is: known)
            return false
        }
        let desk = writing.desk
        try cells.requirePast(since, "since", now: desk.now)
        guard let member else {
            let outsider = try who.outsider(in: writing)
            try desk.record(role, of: outsider, since: since)
            desk.touch(outsider)
            return true
        }
        try cells.obeying("member") {
            desk.touch(try desk.appoint(desk.keep(member.id), role, since: since))
        }
        return true
    }

    /// The time since which the person has held the role; nil where they do not hold it.
    private func known(_ member: Member?, _ writing: RowWriting) throws -> Instant? {
        guard let member else {
            return try writing.desk.tx.first(
                """
                SELECT o.since FROM office o JOIN person p ON p.id = o.person
                WHERE o.network = $1 AND o.role = $2 AND p.name = $3 AND NOT EXISTS (
                    SELECT 1 FROM member m WHERE m.person = o.person AND m.network = o.network)
                ORDER BY o.since, o.person LIMIT 1
                """,
                writing.network.id,
                role.rawValue,
                who.name ?? ""
            ) { $0.instant(0) }
        }
        guard let person = member.person else { return nil }
        return try writing.desk.tx.first(
            "SELECT since FROM office WHERE network = $1 AND role = $2 AND person = $3",
            writing.network.id,
            role.rawValue,
            person
        ) { $0.instant(0) }
    }
}
