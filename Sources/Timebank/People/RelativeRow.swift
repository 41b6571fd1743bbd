internal import Ledger
internal import Store

/// A row of the relatives file: `member,other,since`; one row for each pair is enough.
///
/// It is recorded as by ``DeclareRelatives``.
struct RelativeRow: ImportedRow {
    private let cells: RowCells
    private let member: MemberNumber
    private let other: MemberNumber
    private let since: Instant?

    init(_ cells: RowCells, reference: String) throws(ImportProblem) {
        self.cells = cells
        member = try cells.required("member", .noNumber) { MemberNumber($0.text) }
        other = try cells.required("other", .noNumber) { MemberNumber($0.text) }
        since = try cells.since
    }

    func write(by writing: RowWriting) throws -> Bool {
        let (desk, network) = (writing.desk, writing.network.id)
        let one = try writing.member(member, in: "member", of: cells)
        let two = try writing.member(other, in: "other", of: cells)
        let known = try desk.tx.first(
            "SELECT since FROM relative WHERE network = $1 AND member = $2 AND other = $3",
            network,
            one.id,
            two.id
        ) { $0.instant(0) }
        if let known {
            try cells.requireSince(since, is: known)
            return false
        }
        try cells.requirePast(since, "since", now: desk.now)
        try cells.obeying("member") { refusal in
            refusal.isSame(as: DeclareRelatives.Fields.other.refusal(.taken))
                ? ("other", .oneself) : nil
        } _: {
            let (one, two) = try desk.keep(one.id, two.id)
            try DeclareRelatives.record(one, two, since: since, by: desk)
        }
        return true
    }
}
