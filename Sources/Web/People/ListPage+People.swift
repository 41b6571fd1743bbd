package import Ledger
package import Timebank

extension ListPage {
    /// A page of the list of members, or of those that a search finds.
    ///
    /// - `people`: `nil` when the viewer has to search first and has not typed enough.
    /// - `after`: The cursor of the next page; `nil` on the last page.
    /// - `seesAll`: Whether the viewer sees all members, with their balances.
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

    /// The text shown instead of an empty list.
    private static func empty(
        _ people: [PersonLine]?,
        _ search: String,
        _ words: Localizer
    ) -> String {
        if people == nil { return words(PeopleText.peopleShort) }
        return search.isEmpty ? words(PeopleText.peopleEmpty) : words(CommonText.searchEmpty)
    }
}

/// A member in a list.
package struct PersonLine: Hashable, Sendable {
    package let member: Member.ID
    package let name: String
    package let number: String
    package let minutes: Minutes?
    package let hasLeft: Bool

    /// - `member`: The id of the member.
    /// - `number`: The membership number.
    /// - `minutes`: The balance of the wallet, if the viewer may see it; `nil` otherwise.
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
