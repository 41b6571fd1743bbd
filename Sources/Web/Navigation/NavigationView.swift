internal import Timebank

/// The navigation as the header shows it.
package struct NavigationView: Hashable, Sendable {
    /// The entries of the role.
    let links: [Link]
    /// What the button that opens the list on a narrow page is called; nil where the entries are
    /// few and short enough to stand in a row on a phone.
    let fold: String?
    /// The role, and the others to change to; nil for somebody with one.
    let roles: RolesView?
    /// Where a name or a number is looked for; nil for who finds nobody.
    let find: String?
    /// The role as the device's cookie keeps it; nil for nobody's.
    let role: String?

    /// - links: The entries of the role, one of them current where the page belongs to one.
    /// - fold: The name of the page, for a list that does not fit in a row on a phone.
    package init(
        _ links: [Link] = [],
        fold: String? = nil,
        roles: RolesView? = nil,
        find: Href? = nil,
        role: String? = nil
    ) {
        self.links = links
        self.fold = fold
        self.roles = roles
        self.find = find?.text
        self.role = role
    }

    /// The navigation in somebody's words.
    init(_ navigation: Navigation, _ visitor: Visitor, _ words: Localizer) {
        let entries = navigation.acting?.entries ?? []
        let links = entries.enumerated().map { position, entry in
            Link(
                entry.name(words),
                to: entry.address,
                current: position == navigation.current
            )
        }
        let role = navigation.acting?.role
        fold =
            role == nil || role == .member || role == .visitor || entries.count < 2
            ? nil
            : navigation.current.map { links[$0].text } ?? words(CommonText.frameMenu)
        roles = role.flatMap { role in
            navigation.others.isEmpty
                ? nil
                : RolesView(
                    acting: visitor.name(of: role, words),
                    others: navigation.others.map {
                        Link(visitor.name(of: $0.role, words), to: $0.entries[0].address)
                    }
                )
        }
        self.links = links
        find = role == .coordinator ? Address.people(visitor.network.slug).text : nil
        self.role = role?.text
    }

    /// The first entry, where somebody begins.
    var start: Link? { links.first }
}

/// The role in which the page is used, and the others of the person.
package struct RolesView: Hashable, Sendable {
    let acting: String
    let others: [Link]

    /// - acting: What the role is called.
    /// - others: The other roles, each with its first page.
    package init(acting: String, others: [Link]) {
        self.acting = acting
        self.others = others
    }
}
