internal import Ledger
internal import Store

/// An organisation of a file: `slug,name,earns,spends`.
struct OrganisationRow: ImportedRow {
    private let cells: RowCells
    private let slug: Slug
    private let name: String
    private let earns: Bool
    private let spends: Organisation.Spends

    init(_ cells: RowCells, reference: String) throws(ImportProblem) {
        self.cells = cells
        slug = try cells.required("slug", .noSlug) { Slug($0.text) }
        name = try cells.text("name", 1...120)
        guard let earns = try cells.flag("earns") else { throw cells.problem("earns", .missing) }
        guard let spends = try cells.word("spends", Organisation.Spends.self) else {
            throw cells.problem("spends", .missing)
        }
        self.earns = earns
        self.spends = spends
    }

    func write(by writing: RowWriting) throws -> Bool {
        let (desk, network) = (writing.desk, writing.network.id)
        guard let there = try desk.tx.organisation(slug, in: network) else {
            _ = try desk.newOrganisation(
                slug: slug,
                isFree: true,
                name: name,
                earns: earns,
                spends: spends
            )
            return true
        }
        if there.name == name, there.earns == earns, there.spends == spends { return false }
        // One that rows of transfers named is called by its short name alone.
        guard there.name == slug.description else { throw difference(from: there) }
        try desk.tx.run(
            """
            UPDATE organisation SET name = $1, earns = $2, spends = $3
            WHERE id = $4 AND network = $5
            """,
            name,
            earns,
            spends.rawValue,
            there.id,
            network
        )
        return true
    }

    private func difference(from there: Organisation) -> ImportProblem {
        if there.name != name { return cells.problem("name", .different(from: there.name)) }
        return there.earns != earns
            ? cells.problem("earns", .different(from: there.earns ? "yes" : "no"))
            : cells.problem("spends", .different(from: there.spends.rawValue))
    }
}
