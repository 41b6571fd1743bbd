package import Ledger
package import Timebank

extension ListPage {
    /// The list of organisations with the minutes that each may still issue.
    ///
    /// - `mayGrant`: Whether the viewer may open an organisation and increase its allocation.
    package static func allocations(
        frame: Frame,
        network: Slug,
        mayGrant: Bool = true,
        organisations: [AllocationLine]
    ) -> ListPage {
        let words = frame.words
        return ListPage(
            frame: frame,
            title: words(OrganisationsText.allocationsTitle),
            back: Link(words(NetworksText.coordinateTitle), to: Address.coordinate(network)),
            lead: words(OrganisationsText.allocationsLead),
            items: organisations.map { line in
                Row(
                    line.name,
                    to: mayGrant ? Address.organisation(network, line.organisation) : nil,
                    second: words(
                        OrganisationsText.allocationsLine,
                        ["left": .minutes(line.left), "month": .minutes(line.lastMonth)]
                    ),
                    badge: line.left < line.lastMonth
                        ? words(OrganisationsText.allocationsSoon) : nil,
                    action: mayGrant
                        ? Link(
                            words(OrganisationsText.grantLink),
                            to: Address.grant(network, line.organisation)
                        )
                        : nil
                )
            },
            empty: words(OrganisationsText.allocationsEmpty)
        )
    }

    /// The list of the network's organisations.
    ///
    /// - `mayAdd`: Whether the viewer may add an organisation.
    package static func organisations(
        frame: Frame,
        network: Slug,
        organisations: [OrganisationLine],
        mayAdd: Bool
    ) -> ListPage {
        let words = frame.words
        return ListPage(
            frame: frame,
            title: words(OrganisationsText.organisationsTitle),
            add: mayAdd
                ? Link(
                    words(OrganisationsText.addOrganisationTitle),
                    to: Address.addOrganisation(network)
                ) : nil,
            items: organisations.map { line in
                Row(
                    line.name,
                    to: line.organisation.map { Address.organisation(network, $0) },
                    second: line.does(words),
                    badge: line.isOpen ? nil : words(OrganisationsText.organisationShut)
                )
            },
            empty: words(OrganisationsText.organisationsEmpty)
        )
    }
}

/// An organisation's allocation, as a coordinator sees it.
package struct AllocationLine: Hashable, Sendable {
    package let organisation: Organisation.ID
    package let name: String
    package let left: Minutes
    package let lastMonth: Minutes

    /// - `organisation`: The id of the organisation.
    /// - `left`: The minutes that the organisation may still issue.
    /// - `lastMonth`: The minutes that were confirmed in the last 30 days.
    package init(organisation: Organisation.ID, name: String, left: Minutes, lastMonth: Minutes) {
        self.organisation = organisation
        self.name = name
        self.left = left
        self.lastMonth = lastMonth
    }
}

/// An organisation in a list.
package struct OrganisationLine: Hashable, Sendable {
    package let organisation: Organisation.ID?
    package let name: String
    package let earns: Bool
    package let spends: String
    package let isOpen: Bool

    /// - `organisation`: The id of the organisation, if the viewer may open its page; `nil`
    ///   otherwise.
    /// - `spends`: `no`, `community` or `corporate`.
    package init(
        organisation: Organisation.ID?,
        name: String,
        earns: Bool,
        spends: String,
        isOpen: Bool = true
    ) {
        self.organisation = organisation
        self.name = name
        self.earns = earns
        self.spends = spends
        self.isOpen = isOpen
    }

    fileprivate func does(_ words: Localizer) -> String {
        let enjoy: (any Text)? =
            switch spends {
            case "community": OrganisationsText.organisationEnjoyCommunity
            case "corporate": OrganisationsText.organisationEnjoy
            default: nil
            }
        return [earns ? words(OrganisationsText.organisationEarns) : nil, enjoy.map { words($0) }]
            .compactMap(\.self).joined(separator: " · ")
    }
}
