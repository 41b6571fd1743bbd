internal import Ledger
internal import Store

/// Something to do, from a file: `id,organisation,title,details,place,minutes,open`.
struct OpportunityRow: ImportedRow {
    static let isReferenced = true

    private let cells: RowCells
    private let reference: String
    private let organisation: Slug
    private let title: String
    private let details: String
    private let place: String
    private let minutes: Minutes
    private let isOpen: Bool

    init(_ cells: RowCells, reference: String) throws(ImportProblem) {
        self.cells = cells
        self.reference = reference
        organisation = try cells.required("organisation", .noSlug) { Slug($0.text) }
        title = try cells.text("title", 1...120)
        details = try cells.text("details", 0...2_000)
        place = try cells.text("place", 0...200)
        minutes = try cells.minutes("minutes", 1...1_440) ?? Minutes(60)
        isOpen = try cells.flag("open") ?? true
    }

    func write(by writing: RowWriting) throws -> Bool {
        let (desk, network) = (writing.desk, writing.network.id)
        let holder = try writing.organisation(organisation, line: cells.line)
        if let known = try writing.known("opportunity", reference, Opportunity.self),
            let there = try desk.tx.opportunity(known, in: network)
        {
            guard there == opportunity(known, of: holder) else {
                throw cells.problem("id", .idTaken)
            }
            return false
        }
        let made = opportunity(desk.newID(), of: holder)
        try desk.tx.run(
            """
            INSERT INTO opportunity (
                id, network, organisation, title, details, place, minutes, is_open, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            made.id,
            network,
            holder.id,
            title,
            details,
            place,
            minutes,
            isOpen,
            desk.now
        )
        try writing.keep(reference, for: made.id, "opportunity")
        return true
    }

    private func opportunity(_ id: Opportunity.ID, of holder: Organisation) -> Opportunity {
        Opportunity(
            id: id,
            organisation: holder.id,
            organisationName: holder.name,
            title: title,
            details: details,
            place: place,
            minutes: minutes,
            isOpen: isOpen,
            isPlaceOpen: holder.isOpen
        )
    }
}
