package import Ledger
package import Timebank

/// Where people with work to do begin: what needs a person, and the way to everything else.
package struct StartPage: Page {
    package static let template = Template.start
    package let frame: Frame
    package let title: String
    let back: Link?
    let lead: String
    let ring: RingView?
    let rows: Rows?
    let links: [Link]
}

extension StartPage {
    /// An organisation, as its staff see it.
    ///
    /// - `organisation`: The id.
    /// - `left`: What it has left to give, in minutes; `nil` where it does not earn.
    /// - `waiting`: How many claims wait.
    /// - `hasTill`: Whether it accepts credits, and the person may.
    /// - `leads`: Whether the person looks after what is on the list.
    /// - `isOpen`: Whether it takes part; nothing new is done at one that does not.
    /// - `mayChange`: Whether the person may rename and close it.
    package static func organisation(
        frame: Frame,
        network: Slug,
        organisation: Organisation.ID,
        name: String,
        left: Minutes?,
        waiting: Int64,
        hasTill: Bool,
        leads: Bool,
        isOpen: Bool = true,
        mayChange: Bool = false
    ) -> StartPage {
        let words = frame.words
        let confirming = [
            Row(
                words(
                    waiting == 0
                        ? OrganisationsText.staffNothingWaits : OrganisationsText.staffWaiting,
                    ["count": .number(waiting)]
                ),
                second: words(OrganisationsText.staffWaitingHint),
                action: waiting == 0
                    ? nil
                    : Link(
                        words(OrganisationsText.staffConfirm),
                        to: Address.confirm(network, organisation)
                    )
            )
        ]
        let entering = Row(
            words(EarningText.enterTitle),
            second: words(OrganisationsText.staffEnterHint),
            action: Link(
                words(OrganisationsText.staffEnter),
                to: Address.enterHours(network, organisation)
            )
        )
        let till = Row(
            words(SpendingText.tillTitle),
            second: words(OrganisationsText.staffTillHint),
            action: Link(
                words(OrganisationsText.staffTill),
                to: Address.till(network, organisation)
            )
        )
        return StartPage(
            frame: frame,
            title: name,
            back: mayChange
                ? Link(
                    words(OrganisationsText.organisationsTitle),
                    to: Address.organisations(network)
                ) : nil,
            lead: isOpen
                ? left.map { words(OrganisationsText.organisationLeft, ["left": .minutes($0)]) }
                    ?? words(OrganisationsText.staffLead)
                : words(OrganisationsText.organisationShutLead),
            ring: left.map {
                RingView($0, caption: words(OrganisationsText.staffCaption), words: words)
            },
            rows: Rows(
                (left == nil ? [] : confirming + (isOpen ? [entering] : []))
                    + (hasTill && isOpen ? [till] : [])
            ),
            links: (leads
                ? [
                    Link(
                        words(OrganisationsText.shelfTitle),
                        to: Address.shelf(network, organisation)
                    )
                ] : [])
                + [
                    Link(
                        words(OrganisationsText.postsTitle),
                        to: Address.staff(network, organisation)
                    )
                ]
                + (mayChange
                    ? [
                        Link(
                            words(OrganisationsText.organisationChange),
                            to: Address.changeOrganisation(network, organisation)
                        )
                    ] : [])
        )
    }

    /// The coordinator's beginning.
    ///
    /// - `needs`: What needs a person today, most urgent first.
    /// - `mayChange`: Whether the person may change the rules, and whom to ask for help.
    package static func coordinate(
        frame: Frame,
        network: Slug,
        needs: [Row],
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
                    ] : [])
        )
    }
}
