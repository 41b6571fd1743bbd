package import Ledger
package import Timebank

extension ListPage {
    /// Organisations with what each has left to give.
    ///
    /// - `mayGrant`: Whether the person may open one and grant it more.
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

    /// Members, or those that a search finds.
    ///
    /// - `people`: None at all before somebody has typed enough to search for.
    /// - `seesAll`: Whether they see everybody, and what each has.
    package static func people(
        frame: Frame,
        network: Slug,
        people: [PersonLine]?,
        search: String = "",
        after: Int64? = nil,
        seesAll: Bool = true,
        mayAdd: Bool = true
    ) -> ListPage {
        let words = frame.words
        return ListPage(
            frame: frame,
            title: words(PeopleText.peopleTitle),
            back: seesAll
                ? Link(words(NetworksText.coordinateTitle), to: Address.coordinate(network)) : nil,
            add: mayAdd
                ? Link(words(PeopleText.addMemberTitle), to: Address.addMember(network)) : nil,
            search: Search(
                Address.people(network),
                searchLabel: words(PeopleText.peopleSearch),
                searched: search
            ),
            items: (people ?? []).map { person in
                Row(
                    person.name,
                    to: Address.member(network, person.member),
                    second: words(PeopleText.numberLine, ["number": .word(person.number)]),
                    badge: person.hasLeft ? words(PeopleText.personLeft) : nil,
                    amount: person.minutes.map { words.hours($0, .short) }
                )
            },
            empty: empty(people, search, words),
            more: after.map {
                Link(words(CommonText.next), to: Address.people(network, search: search, after: $0))
            }
        )
    }

    /// What stands in place of a list of people without any; none at all until somebody who may
    /// not see everybody searches.
    private static func empty(
        _ people: [PersonLine]?,
        _ search: String,
        _ words: Voice
    ) -> String {
        if people == nil { return words(PeopleText.peopleShort) }
        return search.isEmpty ? words(PeopleText.peopleEmpty) : words(CommonText.searchEmpty)
    }

    /// The organisations of the network.
    ///
    /// - `mayAdd`: Whether the person may add one.
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

    /// - `organisation`: The id.
    /// - `left`: Minutes left to give.
    /// - `lastMonth`: Minutes confirmed in the last thirty days.
    package init(organisation: Organisation.ID, name: String, left: Minutes, lastMonth: Minutes) {
        self.organisation = organisation
        self.name = name
        self.left = left
        self.lastMonth = lastMonth
    }
}

/// A member in a list.
package struct PersonLine: Hashable, Sendable {
    package let member: Member.ID
    package let name: String
    package let number: String
    package let minutes: Minutes?
    package let hasLeft: Bool

    /// - `member`: The id.
    /// - `number`: The membership number.
    /// - `minutes`: What the wallet holds, for whoever may see it.
    package init(
        member: Member.ID,
        name: String,
        number: String,
        minutes: Minutes?,
        hasLeft: Bool = false
    ) {
        self.member = member
        self.name = name
        self.number = number
        self.minutes = minutes
        self.hasLeft = hasLeft
    }
}

/// An organisation in a list.
package struct OrganisationLine: Hashable, Sendable {
    package let organisation: Organisation.ID?
    package let name: String
    package let earns: Bool
    package let spends: String
    package let isOpen: Bool

    /// - `organisation`: The id, where the person may open it.
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

    fileprivate func does(_ words: Voice) -> String {
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
