internal import Ledger
internal import Store

/// Takes something to do off the list, so that nobody claims hours for it, or puts it back.
///
/// What was claimed before can still be confirmed.
package struct OpenOpportunity: Operation {
    package let opportunity: Opportunity.ID
    package let isOpen: Bool

    package static let name = "opportunity.open"
    package static let access: Access = AddOpportunity.access
    package var subject: Subject { .owned(opportunity) }

    /// Something to do, open or not.
    package init(opportunity: Opportunity.ID, isOpen: Bool) {
        self.opportunity = opportunity
        self.isOpen = isOpen
    }

    package func run(at desk: Desk) throws -> Opportunity {
        try desk.changes(.opportunity, opportunity)
        try desk.tx.run(
            "UPDATE opportunity SET is_open = $1 WHERE id = $2 AND network = $3",
            isOpen,
            opportunity,
            desk.here.id
        )
        desk.touch(opportunity)
        return try Opportunity.recall([opportunity.raw], at: desk.view)
    }
}
