package import Timebank

extension StartPage {
    /// The coordinator's start page.
    ///
    /// - `needs`: What needs attention, in the order to show it.
    /// - `mayChange`: Whether the viewer may change the rules and the contact text.
    package static func coordinate(
        frame: Frame,
        network: Slug,
        needs: [Row],
        steps: FirstSteps? = nil,
        mayChange: Bool = true
    ) -> StartPage {
        let words = frame.words
        return StartPage(
            frame: frame,
            title: words(NetworksText.coordinateTitle),
            back: nil,
            lead: needs.isEmpty
                ? words(NetworksText.coordinateQuiet)
                : words(NetworksText.coordinateNeeds, ["count": .number(Int64(needs.count))]),
            ring: nil,
            steps: mayChange ? steps.flatMap { StepsView($0, in: network, words) } : nil,
            rows: Rows(needs),
            links: [
                Link(words(PeopleText.peopleTitle), to: Address.people(network)),
                Link(
                    words(OrganisationsText.organisationsTitle),
                    to: Address.organisations(network)
                ),
                Link(words(OrganisationsText.allocationsTitle), to: Address.allocations(network)),
                Link(words(AccountsText.transfersTitle), to: Address.transfers(network)),
                Link(words(EarningText.opportunitiesTitle), to: Address.opportunities(network)),
                Link(words(SpendingText.offersTitle), to: Address.offers(network)),
                Link(words(NetworksText.totalsTitle), to: Address.totals(network)),
            ]
                + (mayChange
                    ? [
                        Link(words(NetworksText.rulesTitle), to: Address.rules(network)),
                        Link(words(NetworksText.contactTitle), to: Address.contact(network)),
                        Link(words(NetworksText.visibilityTitle), to: Address.visibility(network)),
                    ] : [])
        )
    }
}
