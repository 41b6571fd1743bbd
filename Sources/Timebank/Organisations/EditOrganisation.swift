internal import Ledger
internal import Store

/// Renames an organisation, closes it, or opens it again.
///
/// A closed organisation can list nothing new, its list is hidden, and no hours can be claimed or
/// entered and no credits accepted there. Earlier business can be finished: waiting claims are
/// confirmed or refused, the allocation that they need may be granted, and a till may undo its last
/// redemptions.
package struct EditOrganisation: Operation {
    package let organisation: Organisation.ID
    /// Its new name; nil to keep it.
    package let title: String?
    /// Whether it is open; nil to keep that.
    package let isOpen: Bool?

    package static let name = "organisation.edit"
    package static let access: Access = .coordinator || .operator
    package var subject: Subject { .owned(organisation) }

    /// A change of the fields that are not nil.
    package init(organisation: Organisation.ID, title: String? = nil, isOpen: Bool? = nil) {
        self.organisation = organisation
        self.title = title
        self.isOpen = isOpen
    }

    package func run(at desk: Desk) throws -> Organisation {
        try record(by: desk)
        desk.touch(organisation)
        return try Organisation.recall([organisation.raw], at: desk.view)
    }

    /// Stores the fields that are not nil.
    func record(by desk: Desk) throws {
        if let title {
            try desk.tx.run(
                "UPDATE organisation SET name = $1 WHERE id = $2 AND network = $3",
                try Organisation.Fields.name.checked(title),
                organisation,
                desk.here.id
            )
        }
        if let isOpen {
            try desk.changes(.organisation, organisation)
            try desk.tx.run(
                "UPDATE organisation SET is_open = $1 WHERE id = $2 AND network = $3",
                isOpen,
                organisation,
                desk.here.id
            )
        }
    }
}

extension Organisation {
    /// Checks that the organisation is open.
    ///
    /// - Throws: ``OrganisationsRefusal/organisationClosed``.
    func requireOpen() throws {
        if !isOpen { throw OrganisationsRefusal.organisationClosed }
    }

    /// Checks that the organisation accepts credits.
    ///
    /// - Throws: ``SpendingRefusal/notSpending``.
    func requireSpending() throws {
        if spends == .no { throw SpendingRefusal.notSpending }
    }
}
