package import Ledger
internal import Store

/// Adds minutes to an organisation's allocation, from the network's issuance account.
///
/// Staff of the organisation may not grant to it, whatever other role they have.
package struct GrantAllocation: Operation {
    package let organisation: Organisation.ID
    package let minutes: Minutes
    package let memo: String

    package static let name = "allocation.grant"
    package static let access: Access = .coordinator || .operator
    package var subject: Subject { .owned(organisation) }

    /// A grant; minutes and memo are validated when the operation runs.
    package init(organisation: Organisation.ID, minutes: Minutes, memo: String = "") {
        self.organisation = organisation
        self.minutes = minutes
        self.memo = memo
    }

    package func run(at desk: Desk) throws -> Transfer {
        let minutes = try Fields.minutes.checked(minutes)
        let memo = try Fields.memo.checked(memo)
        guard let found = try desk.tx.organisation(organisation, in: desk.here.id) else {
            throw AccessRefusal.notFound
        }
        if let person = desk.actor.person, try desk.tx.isStaff(person, at: organisation) {
            throw OrganisationsRefusal.ownAllocation
        }
        return try desk.post(
            .issue,
            from: desk.here.issuance,
            to: found.allocation,
            minutes,
            memo: memo
        )
    }
}

extension Transaction {
    fileprivate func isStaff(_ person: Person.ID, at organisation: Organisation.ID) throws -> Bool {
        try first(
            "SELECT 1 FROM staff WHERE organisation = $1 AND person = $2",
            organisation,
            person,
            as: { _ in true }
        ) ?? false
    }
}
