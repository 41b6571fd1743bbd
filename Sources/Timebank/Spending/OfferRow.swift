internal import Ledger
internal import Store

/// A row of the offers file: `id,organisation,title,details,adult,child,open`.
///
/// It is recorded as by ``AddOffer``. If `open` is given, the organisation may have been closed.
struct OfferRow: ImportedRow {
    static let isReferenced = true

    private let cells: RowCells
    private let reference: String
    private let organisation: Slug
    private let terms: AddOffer.Terms
    private let isOpen: Bool?

    init(_ cells: RowCells, reference: String) throws(ImportProblem) {
        self.cells = cells
        self.reference = reference
        organisation = try cells.required("organisation", .noSlug) { Slug($0.text) }
        isOpen = try cells.flag("open")
        let (title, details) = (try cells.words("title"), try cells.words("details"))
        let adult = try cells.requiredAmount("adult")
        let child = try cells.amount("child")
        terms = try cells.checked {
            try AddOffer.Terms(title: title, details: details, adult: adult, child: child)
        }
    }

    func write(by writing: RowWriting) throws -> Bool {
        let desk = writing.desk
        let holder = try writing.organisation(organisation, line: cells.line)
        if let known = try writing.known("offer", reference, Offer.self),
            let there = try desk.tx.offer(known, in: writing.network.id)
        {
            let said = Offer(known, terms, of: holder, isOpen: isOpen ?? there.isOpen)
            guard there == said else { throw cells.problem("id", .idTaken) }
            return false
        }
        let made = try cells.obeying("organisation") { refusal in
            refusal.isOfOrganisation ? ("organisation", .notSpending) : nil
        } _: {
            try AddOffer.record(terms, of: holder, as: isOpen, by: desk)
        }
        try writing.keep(reference, for: made.id, "offer")
        return true
    }
}

extension Refusal {
    /// Whether it says that the organisation may not have this kind of thing.
    var isOfOrganisation: Bool { isSame(as: Offer.Fields.organisation.refusal(.unknown)) }
}
