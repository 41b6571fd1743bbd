internal import Ledger
internal import Store

/// Gives an organisation another name, closes it, or opens it again.
///
/// At a closed one nothing new is put up, claimed, entered or accepted, and what it has on its list
/// is not shown. What was done stays done: claims that wait are still confirmed or refused, it may
/// still be granted what that needs, and a till may still undo what it has just taken.
package struct EditOrganisation: Operation {
    package let organisation: Organisation.ID
    /// Its new name; none where that stays.
    package let title: String?
    /// Whether it takes part; none where that stays as it is.
    package let isOpen: Bool?

    package static let name = "organisation.edit"
    package static let access: Access = .coordinator || .operator
    package var subject: Subject { .owned(organisation) }

    /// A change of what is not nil.
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

    /// Writes what is given.
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
    /// Refuses what only an organisation that takes part may do.
    ///
    /// - Throws: ``OrganisationsRefusal/organisationClosed``.
    func requireOpen() throws {
        if !isOpen { throw OrganisationsRefusal.organisationClosed }
    }

    /// Refuses what only an organisation that accepts credits may do.
    ///
    /// - Throws: ``SpendingRefusal/notSpending``.
    func requireSpending() throws {
        if spends == .no { throw SpendingRefusal.notSpending }
    }
}
