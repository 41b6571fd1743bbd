package import Ledger
package import Timebank

/// The list of members, or of those that a search or a selection finds.
package struct PeoplePage: Page {
    package static let template = Template.people
    package let frame: Frame
    package let title: String
    let back: Link?
    let add: Link?
    let search: Search
    let selections: [Link]
    let chooses: Bool
    let rows: Rows?
    let empty: String
    let more: Link?

    /// - `people`: `nil` when the viewer has to search first and has not typed enough.
    /// - `selection`: Which members are shown; `nil` for all.
    /// - `after`: The cursor of the next page; `nil` on the last page.
    /// - `seesAll`: Whether the viewer sees all members, with their balances.
    package init(
        frame: Frame,
        network: Slug,
        people: [PersonLine]?,
        search: String = "",
        selection: MemberSelection? = nil,
        after: Int64? = nil,
        seesAll: Bool = true,
        mayAdd: Bool = true
    ) {
        let words = frame.words
        self.frame = frame
        title = words(PeopleText.peopleTitle)
        back =
            seesAll
            ? Link(words(NetworksText.coordinateTitle), to: Address.coordinate(network)) : nil
        add =
            mayAdd
            ? Link(words(PeopleText.addMemberTitle), to: Address.addMember(network)) : nil
        self.search = Search(
            Address.people(network),
            searchLabel: words(PeopleText.peopleSearch),
            searched: search
        )
        selections =
            seesAll
            ? ([nil] + MemberSelection.allCases.map(Optional.some)).map { one in
                Link(
                    words(one?.text ?? PersonText.selectionAll),
                    to: Address.people(network, selection: one),
                    current: search.isEmpty && one == selection
                )
            } : []
        chooses = seesAll
        rows = Rows((people ?? []).map { $0.row(words, network) })
        empty = words(Self.empty(people, search, selection, after))
        more = after.map {
            Link(
                words(CommonText.next),
                to: search.isEmpty
                    ? Address.people(network, selection: selection, after: $0)
                    : Address.people(network, search: search, after: $0)
            )
        }
    }

    /// The text shown instead of an empty list.
    private static func empty(
        _ people: [PersonLine]?,
        _ search: String,
        _ selection: MemberSelection?,
        _ after: Int64?
    ) -> any Text {
        if people == nil { return PeopleText.peopleShort }
        if !search.isEmpty { return CommonText.searchEmpty }
        if selection == nil { return PeopleText.peopleEmpty }
        return after == nil ? PersonText.selectionEmpty : PersonText.selectionFurther
    }
}

extension MemberSelection {
    /// What the selection is called.
    var text: any Text {
        switch self {
        case .recent: PersonText.selectionRecent
        case .neverEarned: PersonText.selectionNeverEarned
        case .neverSpent: PersonText.selectionNeverSpent
        case .left: PersonText.selectionLeft
        }
    }
}

extension Address {
    /// The members of a selection, from the cursor `after` on; all members for `nil`.
    static func people(
        _ network: Slug,
        selection: MemberSelection?,
        after: Int64? = nil
    ) -> Href {
        people(network).asking([
            "show": selection?.rawValue, "after": after.map { Crockford.encode($0) },
        ])
    }
}

extension Template {
    static let people = Template("people", PackageResources.people_mustache)
}

/// A member in a list.
package struct PersonLine: Hashable, Sendable {
    package let member: Member.ID
    package let name: String
    package let number: String
    package let minutes: Minutes?
    package let hasLeft: Bool
    package let contacts: [String]

    /// - `member`: The id of the member.
    /// - `number`: The membership number.
    /// - `minutes`: The balance of the wallet, if the viewer may see it; `nil` otherwise.
    /// - `contacts`: The phone number and the e-mail address that the viewer may see.
    package init(
        member: Member.ID,
        name: String,
        number: String,
        minutes: Minutes?,
        hasLeft: Bool = false,
        contacts: [String] = []
    ) {
        self.member = member
        self.name = name
        self.number = number
        self.minutes = minutes
        self.hasLeft = hasLeft
        self.contacts = contacts
    }

    /// The row that shows the member in a list.
    fileprivate func row(_ words: Localizer, _ network: Slug) -> Row {
        let known =
            [words(PeopleText.numberLine, ["number": .word(number)])]
            + contacts.map(\.bidiIsolated)
        return Row(
            name,
            to: Address.member(network, member),
            second: known.joined(separator: " · "),
            badge: hasLeft ? words(PeopleText.personLeft) : nil,
            amount: minutes.map { words.hours($0, .short) }
        )
    }
}
