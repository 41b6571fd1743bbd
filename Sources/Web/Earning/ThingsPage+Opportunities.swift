package import Timebank

extension ListPage {
    /// The list of opportunities.
    ///
    /// - `opportunities`: A row for each, with its title, organisation and a link to claim hours.
    /// - `mayAdd`: Whether the viewer may add an opportunity.
    package static func opportunities(
        frame: Frame,
        network: Slug,
        opportunities: [Row],
        mayAdd: Bool
    ) -> ListPage {
        let words = frame.words
        return ListPage(
            frame: frame,
            title: words(EarningText.opportunitiesTitle),
            lead: words(EarningText.opportunitiesLead),
            add: mayAdd
                ? Link(words(EarningText.addOpportunityTitle), to: Address.addOpportunity(network))
                : nil,
            items: opportunities,
            empty: words(EarningText.opportunitiesEmpty)
        )
    }
}
