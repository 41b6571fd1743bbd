package import Ledger
internal import Store

/// Changes the words, the place and the usual length of an opportunity.
///
/// Hours that were claimed or confirmed keep their minutes.
package struct EditOpportunity: Operation {
    package let opportunity: Opportunity.ID
    package let title: String
    package let details: String
    package let place: String
    package let minutes: Minutes

    package static let name = "opportunity.edit"
    package static let access: Access = .listing
    package var subject: Subject { .owned(opportunity) }

    /// The new words; `minutes` is how long the opportunity usually takes.
    package init(
        opportunity: Opportunity.ID,
        title: String,
        details: String,
        place: String,
        minutes: Minutes
    ) {
        self.opportunity = opportunity
        self.title = title
        self.details = details
        self.place = place
        self.minutes = minutes
    }

    package func run(at desk: Desk) throws -> Opportunity {
        let terms = try AddOpportunity.Terms(
            title: title,
            details: details,
            place: place,
            minutes: minutes
        )
        try desk.changes(.opportunity, opportunity)
        try desk.tx.run(
            """
            UPDATE opportunity SET title = $1, details = $2, place = $3, minutes = $4
            WHERE id = $5 AND network = $6
            """,
            terms.title,
            terms.details,
            terms.place,
            terms.minutes,
            opportunity,
            desk.here.id
        )
        desk.touch(opportunity)
        return try Opportunity.recall([opportunity.raw], at: desk.view)
    }
}
