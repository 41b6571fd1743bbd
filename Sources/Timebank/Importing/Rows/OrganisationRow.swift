internal import Ledger
internal import Store

/// An organisation of a file: `slug,name,earns,spends`, and `open` where some are closed.
struct OrganisationRow: ImportedRow {
    private let cells: RowCells
    private let slug: Slug
    private let name: String
    private let earns: Bool
    private let spends: Organisation.Spends
    private let isOpen: Bool?

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
        isOpen = try cells.flag("open")
    }

    func write(by writing: RowWriting) throws -> Bool {
        let (desk, network) = (writing.desk, writing.network.id)
        guard let there = try desk.tx.organisation(slug, in: network) else {
            let made = try desk.newOrganisation(
                slug: slug,
                isFree: true,
                name: name,
                earns: earns,
                spends: spends
            )
            try close(made.id, in: network, desk)
            return true
        }
        let isSame = there.name == name && there.earns == earns && there.spends == spends
        if isSame, isOpen ?? there.isOpen == there.isOpen { return false }
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
        try close(there.id, in: network, desk)
        return true
    }

    private func close(_ id: Organisation.ID, in network: Network.ID, _ desk: Desk) throws {
        guard isOpen == false else { return }
        try desk.tx.run(
            "UPDATE organisation SET is_open = 0 WHERE id = $1 AND network = $2",
            id,
            network
        )
    }

    private func difference(from there: Organisation) -> ImportProblem {
        if there.name.written.trimmed != name {
            return cells.problem("name", .different(from: there.name))
        }
        if there.earns != earns {
            return cells.problem("earns", .different(from: there.earns ? "yes" : "no"))
        }
        return there.spends != spends
            ? cells.problem("spends", .different(from: there.spends.rawValue))
            : cells.problem("open", .different(from: there.isOpen ? "yes" : "no"))
    }
}
