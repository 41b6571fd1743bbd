package import Ledger
internal import Store

/// Creates an organisation in the network, with a starting allocation if members earn there.
///
/// The allocation is issued in the same transaction, so that the organisation can pay for hours at
/// once, without a coordinator granting it anything.
package struct AddOrganisation: Operation {
    package let title: String
    package let slug: String
    package let earns: Bool
    package let spends: Organisation.Spends

    package static let name = "organisation.add"
    package static let access: Access = .coordinator || .operator
    package var subject: Subject { .network }

    /// The starting allocation: 100 hours, in minutes; an imported organisation gets none.
    package static let startingAllocation = Minutes(6_000)

    /// An organisation to create; the fields are validated when the operation runs.
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
    /// Inserts an organisation with its two empty accounts.
    ///
    /// `name` must be valid for ``Organisation/Fields/name``. `isFree` says that the caller has
    /// just found the slug unused: if it is taken all the same, the transaction is retried.
    /// `isOpen` is false for an imported organisation that was closed.
    ///
    /// - Throws: ``NetworksRefusal/slugTaken(field:)``, or with `isFree` ``StoreError/conflict``.
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
