internal import Ledger
internal import Store

/// A row of `staff.csv`, which names a role at an organisation.
///
/// Its columns are `organisation,role,member,name,since`. A member gets the role under the rules of
/// ``AppointStaff``. A row with `since` brings in a role that was held in another system; its
/// holder may be a member who has left. An import neither removes nor changes existing roles.
struct StaffRow: ImportedRow {
    private let cells: RowCells
    private let organisation: Slug
    private let role: StaffRole
    private let who: RowPerson
    private let since: Instant?

    init(_ cells: RowCells, reference: String) throws(ImportProblem) {
        self.cells = cells
        organisation = try cells.required("organisation", .noSlug) { Slug($0.text) }
        guard let role = try cells.word("role", StaffRole.self) else {
            throw cells.problem("role", .missing)
        }
        self.role = role
        who = try RowPerson(cells, in: "member")
        since = try cells.since
    }

    func write(by writing: RowWriting) throws -> Bool {
        let holder = try writing.organisation(organisation, line: cells.line)
        let member = try who.member(in: writing)
        if let there = try role(of: member, at: holder, writing.desk.tx) {
            guard there.role == role else {
                throw cells.problem("role", .different(from: there.role.rawValue))
            }
            try cells.requireSince(since, is: there.since)
            return false
        }
        try cells.requirePast(since, "since", now: writing.desk.now)
        writing.desk.touch(try give(at: holder, to: member, writing))
        return true
    }

    private func give(
        at holder: Organisation,
        to member: Member?,
        _ writing: RowWriting
    ) throws -> Person.ID {
        let desk = writing.desk
        guard let member else {
            let outsider = try who.outsider(in: writing)
            try AppointStaff.record(role, of: outsider, at: holder.id, since: since, by: desk)
            return outsider
        }
        return try cells.obeying("member") {
            try AppointStaff(organisation: holder.id, member: .id(member.id), role: role)
                .appoint(desk.keep(member.id), since: since, by: desk)
        }
    }

    private func role(
        of member: Member?,
        at holder: Organisation,
        _ tx: Transaction
    ) throws -> (role: StaffRole, since: Instant)? {
        guard let member else {
            return try tx.first(
                """
                SELECT s.role, s.since FROM staff s JOIN person p ON p.id = s.person
                WHERE s.organisation = $1 AND p.name = $2 AND NOT EXISTS (
                    SELECT 1 FROM member m WHERE m.person = s.person AND m.network = s.network)
                ORDER BY s.since, s.person LIMIT 1
                """,
                holder.id,
                who.name ?? ""
            ) { (try $0.word(0), $0.instant(1)) }
        }
        guard let person = member.person else { return nil }
        return try tx.first(
            "SELECT role, since FROM staff WHERE organisation = $1 AND person = $2",
            holder.id,
            person
        ) { (try $0.word(0), $0.instant(1)) }
    }
}

extension RowCells {
    /// The time in the column `since`; nil where it is empty.
    var since: Instant? {
        get throws(ImportProblem) { try value("since", .notMoment) { $0.instant } }
    }

    /// Checks that `since`, where it is given, equals the stored time.
    ///
    /// - Throws: ``ImportProblem`` where it differs.
    func requireSince(_ since: Instant?, is known: Instant) throws(ImportProblem) {
        if let since, since != known {
            throw problem("since", .different(from: known.rfc3339))
        }
    }
}
