internal import Ledger
internal import Store

/// A row of the guardians file: `guardian,name,ward,since`.
///
/// It is recorded as by ``AddGuardian``. With a `since` it describes history from another system,
/// so that both members may have left by now.
struct GuardianRow: ImportedRow {
    private let cells: RowCells
    private let who: RowPerson
    private let ward: MemberNumber
    private let since: Instant?

    init(_ cells: RowCells, reference: String) throws(ImportProblem) {
        self.cells = cells
        who = try RowPerson(cells, in: "guardian")
        ward = try cells.required("ward", .noNumber) { MemberNumber($0.text) }
        since = try cells.since
    }

    func write(by writing: RowWriting) throws -> Bool {
        let ward = try writing.member(ward, in: "ward", of: cells)
        let member = try who.member(in: writing)
        if let known = try known(member, of: ward, writing) {
            try cells.requireSince(since, is: known)
            return false
        }
        try cells.requirePast(since, "since", now: writing.desk.now)
        let holder = try cells.obeying("ward") { refusal in
            refusal.isSame(as: AddGuardian.Fields.guardian.refusal(.taken))
                ? ("ward", .oneself) : nil
        } _: {
            try add(member, for: ward, writing)
        }
        writing.desk.touch(holder)
        return true
    }

    private func add(
        _ member: Member?,
        for ward: Member,
        _ writing: RowWriting
    ) throws -> Person.ID {
        let desk = writing.desk
        if let member {
            let (guardian, ward) = try desk.keep(member.id, ward.id)
            return try AddGuardian.add(guardian, for: ward, since: since, by: desk)
        }
        let ward = try desk.keep(ward.id)
        if since == nil { try ward.requirePresent(as: AddGuardian.Fields.ward.name) }
        return try AddGuardian.record(for: ward, since: since, by: desk) {
            try who.outsider(in: writing)
        }
    }

    /// Since when the guardian has acted for the ward; nil if that is not recorded.
    ///
    /// A guardian who is no member of the network is found by name.
    private func known(
        _ member: Member?,
        of ward: Member,
        _ writing: RowWriting
    ) throws -> Instant? {
        guard let member else {
            return try writing.desk.tx.first(
                """
                SELECT g.since FROM guardian g JOIN person p ON p.id = g.guardian
                WHERE g.ward = $1 AND p.name = $2 AND NOT EXISTS (
                    SELECT 1 FROM member m WHERE m.person = g.guardian AND m.network = g.network)
                ORDER BY g.since, g.guardian LIMIT 1
                """,
                ward.id,
                who.name ?? ""
            ) { $0.instant(0) }
        }
        guard let person = member.person else { return nil }
        return try writing.desk.tx.first(
            "SELECT since FROM guardian WHERE network = $1 AND guardian = $2 AND ward = $3",
            writing.network.id,
            person,
            ward.id
        ) { $0.instant(0) }
    }
}

extension RowWriting {
    /// The member with a number that a row names.
    ///
    /// - Throws: ``ImportProblem`` if there is none or the member has been erased.
    func member(
        _ number: MemberNumber,
        in column: String,
        of cells: RowCells
    ) throws -> Member {
        guard let found = try desk.tx.member(numbered: number, in: network.id) else {
            throw cells.problem(column, .unknown("member"))
        }
        guard found.status != .erased else { throw cells.problem(column, .erased) }
        return found
    }
}
