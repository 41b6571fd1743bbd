internal import Ledger
internal import Store

/// A row of a file of opportunities: `id,organisation,title,details,place,minutes,open`.
///
/// It obeys the rules of ``AddOpportunity``. Only a row with a value in `open` may belong to a
/// closed organisation.
struct OpportunityRow: ImportedRow {
    static let isReferenced = true

    private let cells: RowCells
    private let reference: String
    private let organisation: Slug
    private let terms: AddOpportunity.Terms
    private let isOpen: Bool?

    init(_ cells: RowCells, reference: String) throws(ImportProblem) {
        self.cells = cells
        self.reference = reference
        organisation = try cells.required("organisation", .noSlug) { Slug($0.text) }
        isOpen = try cells.flag("open")
        let (title, details) = (try cells.words("title"), try cells.words("details"))
        let place = try cells.words("place")
        let minutes = try cells.amount("minutes") ?? AddOpportunity.usual
        terms = try cells.checked {
            try AddOpportunity.Terms(
                title: title,
                details: details,
                place: place,
                minutes: minutes
            )
        }
    }

    func write(by writing: RowWriting) throws -> Bool {
        let desk = writing.desk
        let holder = try writing.organisation(organisation, line: cells.line)
        if let known = try writing.known("opportunity", reference, Opportunity.self),
            let there = try desk.tx.opportunity(known, in: writing.network.id)
        {
            let said = Opportunity(known, terms, of: holder, isOpen: isOpen ?? there.isOpen)
            guard there == said else { throw cells.problem("id", .idTaken) }
            return false
        }
        let made = try cells.obeying("organisation") { refusal in
            refusal.isOfOrganisation ? ("organisation", .notEarning) : nil
        } _: {
            try AddOpportunity.record(terms, of: holder, as: isOpen, by: desk)
        }
        try writing.keep(reference, for: made.id, "opportunity")
        return true
    }
}
