internal import Ledger
internal import Store

/// Something to enjoy, from a file: `id,organisation,title,details,adult,child,open`.
struct OfferRow: ImportedRow {
    static let isReferenced = true

    private let cells: RowCells
    private let reference: String
    private let organisation: Slug
    private let title: String
    private let details: String
    private let adult: Minutes
    private let child: Minutes?
    private let isOpen: Bool

    init(_ cells: RowCells, reference: String) throws(ImportProblem) {
        self.cells = cells
        self.reference = reference
        organisation = try cells.required("organisation", .noSlug) { Slug($0.text) }
        title = try cells.text("title", 1...120)
        details = try cells.text("details", 0...2_000)
        guard let adult = try cells.minutes("adult", 0...100_000) else {
            throw cells.problem("adult", .missing)
        }
        self.adult = adult
        child = try cells.minutes("child", 0...100_000)
        guard adult > .zero || (child ?? .zero) > .zero else {
            throw cells.problem("adult", .outOfRange(1...100_000))
        }
        isOpen = try cells.flag("open") ?? true
    }

    func write(by writing: RowWriting) throws -> Bool {
        let (desk, network) = (writing.desk, writing.network.id)
        let holder = try writing.organisation(organisation, line: cells.line)
        if let known = try writing.known("offer", reference, Offer.self),
            let there = try desk.tx.offer(known, in: network)
        {
            guard there == offer(known, of: holder) else { throw cells.problem("id", .idTaken) }
            return false
        }
        let made = offer(desk.newID(), of: holder)
        try desk.tx.run(
            """
            INSERT INTO offer (
                id, network, organisation, title, details, adult, child, is_open, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            made.id,
            network,
            holder.id,
            title,
            details,
            adult,
            child,
            isOpen,
            desk.now
        )
        try writing.keep(reference, for: made.id, "offer")
        return true
    }

    private func offer(_ id: Offer.ID, of holder: Organisation) -> Offer {
        Offer(
            id: id,
            organisation: holder.id,
            organisationName: holder.name,
            title: title,
            details: details,
            adult: adult,
            child: child,
            isOpen: isOpen
        )
    }
}
