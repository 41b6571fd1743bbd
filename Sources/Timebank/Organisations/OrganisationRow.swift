internal import Ledger
internal import Store

/// A row of `organisations.csv`: `slug,name,earns,spends`, and `open` where some are closed.
///
/// A new organisation is created as by ``AddOrganisation``, but without a starting allocation. An
/// organisation that an import of transfers created with only its slug is filled in.
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
        let title = try cells.words("name")
        name = try cells.checked { try Organisation.Fields.name.checked(title) }
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
            _ = try desk.newOrganisation(
                slug: slug,
                isFree: true,
                name: name,
                earns: earns,
                spends: spends,
                isOpen: isOpen ?? true
            )
            return true
        }
        let isSame = there.name == name && there.earns == earns && there.spends == spends
        if isSame, isOpen ?? there.isOpen == there.isOpen { return false }
        // An organisation created by an import of transfers has its slug as its name.
        guard there.name == slug.description else { throw difference(from: there) }
        try desk.changes(.organisation, there.id)
        try desk.tx.run(
            "UPDATE organisation SET earns = $1, spends = $2 WHERE id = $3 AND network = $4",
            earns,
            spends.rawValue,
            there.id,
            network
        )
        try EditOrganisation(
            organisation: there.id,
            title: name,
            isOpen: isOpen == there.isOpen ? nil : isOpen
        ).record(by: desk)
        return true
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

extension RowWriting {
    /// The organisation with this slug.
    ///
    /// - Throws: ``ImportProblem`` for the given line where there is none.
    func organisation(_ slug: Slug, line: Int) throws -> Organisation {
        guard let found = try desk.tx.organisation(slug, in: network.id) else {
            throw ImportProblem(
                line: line,
                column: "organisation",
                value: slug.description,
                reason: .unknown("organisation")
            )
        }
        return found
    }
}
