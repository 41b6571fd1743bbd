package import Ledger
package import Timebank

extension StartPage {
    /// The start page for the staff of an organisation.
    ///
    /// - `organisation`: The id of the organisation.
    /// - `left`: The minutes that it may still issue; `nil` if it does not earn or the viewer may
    ///   not confirm hours.
    /// - `waiting`: The number of claims that wait for confirmation.
    /// - `hasTill`: Whether it accepts credits and the viewer is on its staff.
    /// - `leads`: Whether the viewer may list and unlist its opportunities and offers.
    /// - `isOpen`: Whether it is open; a closed one enters no hours and accepts no credits.
    /// - `mayChange`: Whether the viewer may rename and close it.
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
            Self.confirming(network, organisation, waiting, words)
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
        let work = left == nil ? [] : confirming + (isOpen ? [entering] : [])
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
            steps: nil,
            rows: Rows(work + (hasTill && isOpen ? [till] : [])),
            links: links(network, organisation, words, leads: leads, mayChange: mayChange)
        )
    }

    /// The row with the number of claims that wait, and the link to them.
    private static func confirming(
        _ network: Slug,
        _ organisation: Organisation.ID,
        _ waiting: Int64,
        _ words: Localizer
    ) -> Row {
        let title: OrganisationsText = waiting == 0 ? .staffNothingWaits : .staffWaiting
        let confirm = Link(
            words(OrganisationsText.staffConfirm),
            to: Address.confirm(network, organisation)
        )
        return Row(
            words(title, ["count": .number(waiting)]),
            second: words(OrganisationsText.staffWaitingHint),
            action: waiting == 0 ? nil : confirm
        )
    }

    private static func links(
        _ network: Slug,
        _ organisation: Organisation.ID,
        _ words: Localizer,
        leads: Bool,
        mayChange: Bool
    ) -> [Link] {
        let shelf = Link(
            words(OrganisationsText.shelfTitle),
            to: Address.shelf(network, organisation)
        )
        let staff = Link(
            words(OrganisationsText.postsTitle),
            to: Address.staff(network, organisation)
        )
        let change = Link(
            words(OrganisationsText.organisationChange),
            to: Address.changeOrganisation(network, organisation)
        )
        let months = Link(
            words(OrganisationsText.monthsLink),
            to: Address.months(network, organisation)
        )
        return (leads ? [shelf, months] : []) + [staff] + (mayChange ? [change] : [])
    }
}
