package import Timebank

extension ListPage {
    /// What there is to do.
    ///
    /// - `opportunities`: Name, organisation, and where it may be claimed.
    /// - `mayAdd`: Whether the person may add one.
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
