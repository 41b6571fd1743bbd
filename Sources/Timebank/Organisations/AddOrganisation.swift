package import Ledger
internal import Store

/// Makes an organisation of the network, with something to issue from the first day.
///
/// The starting allocation is issued in the same breath, so that the first trade works without
/// anybody setting a limit.
package struct AddOrganisation: Operation {
    package let title: String
    package let slug: String
    package let earns: Bool
    package let spends: Organisation.Spends

    package static let name = "organisation.add"
    package static let access: Access = .coordinator || .operator
    package var subject: Subject { .network }

    /// What an organisation made by a person may issue at once.
    package static let startingAllocation = Minutes(6_000)

    /// An organisation to add.
    package init(title: String, slug: String, earns: Bool, spends: Organisation.Spends) {
        self.title = title
        self.slug = slug
        self.earns = earns
        self.spends = spends
    }

    package func run(at desk: Desk) throws -> Organisation {
        let slug = try Slug(slug, in: Organisation.Fields.slug)
        let made = try desk.newOrganisation(
            slug: slug,
            name: try Organisation.Fields.name.checked(title),
            earns: earns,
            spends: spends
        )
        if earns {
            try desk.post(
                .issue,
                from: desk.here.issuance,
                to: made.allocation,
                Self.startingAllocation
            )
        }
        return made
    }
}

extension Desk {
    /// Records an organisation with its two accounts, and nothing in them.
    ///
    /// - isFree: Whether the short name was just looked up and found to be nobody's.
    /// - name: As ``Organisation/Fields/name`` has it.
    /// - isOpen: Whether it takes part; not where one is brought in that was closed elsewhere.
    ///
    /// - Throws: ``NetworksRefusal/slugTaken(field:)``.
    func newOrganisation(
        slug: Slug,
        isFree: Bool = false,
        name: String,
        earns: Bool,
        spends: Organisation.Spends,
        isOpen: Bool = true
    ) throws -> Organisation {
        let made = Organisation(
            id: newID(),
            slug: slug,
            name: name,
            earns: earns,
            spends: spends,
            isOpen: isOpen,
            allocation: Account(newID(), .allocation),
            takings: Account(newID(), .takings)
        )
        let rows = try tx.change(
            """
            INSERT INTO organisation (
                id, network, slug, name, earns, spends, is_open, allocation, takings, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT (network, slug) DO NOTHING
            """,
            made.id,
            here.id,
            made.slug,
            made.name,
            made.earns,
            made.spends.rawValue,
            made.isOpen,
            made.allocation.id,
            made.takings.id,
            now
        )
        guard rows == 1 else {
            throw isFree
                ? StoreError.conflict as any Error
                : NetworksRefusal.slugTaken(field: Organisation.Fields.slug.name)
        }
        try makes(.organisation, made.id)
        for account in [made.allocation, made.takings] {
            try tx.openAccount(account, holder: made.id.raw, in: here.id)
        }
        return made
    }
}
