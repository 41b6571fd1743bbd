internal import Timebank

/// The navigation of a visitor on one page: in which role they are, and where that role can go.
struct Navigation: Sendable {
    /// One role with its entries.
    struct Place: Sendable {
        let role: ActingRole
        let entries: [Destination.Entry]
    }

    /// The role in which the page is used; nil for somebody who is not signed in or has none.
    let acting: Place?
    /// The index of the entry under which the page stands; nil for a page such as the password's.
    let current: Int?
    /// The other roles of the visitor.
    let others: [Place]

    /// - destinations: Those of all parts.
    /// - path: The path of the page.
    /// - last: The role in which this device was last, as its cookie says.
    init(_ destinations: [Destination], for visitor: Visitor, at path: String, last: String?) {
        let places = visitor.roles.map { Place(role: $0, destinations, visitor) }
            .filter { !$0.entries.isEmpty }
        let acting = Self.best(places, path, last)
        self.acting = acting
        current = acting?.current(path)
        others = places.filter { $0.role != acting?.role }
    }

    /// The first page of somebody who has just signed in: of the role in which the device was last,
    /// or else of the one with most to do for others.
    ///
    /// Nil for somebody without a role.
    static func start(
        _ destinations: [Destination],
        for visitor: Visitor,
        last: String?
    ) -> Href? {
        let places = visitor.roles.filter { $0 != .visitor }
            .map { Place(role: $0, destinations, visitor) }
            .filter { !$0.entries.isEmpty }
        let working = places.first { $0.role == .coordinator } ?? places.first { $0.role.isStaff }
        let place = places.first { $0.role.text == last } ?? working ?? places.first
        return place?.entries.first?.address
    }

    /// Of the roles that have the page, the one in which the device was last, or the one that has
    /// the page most exactly; where none has it, the last one, or the first.
    private static func best(_ places: [Place], _ path: String, _ last: String?) -> Place? {
        let longest = places.map { $0.match(path) }.max() ?? 0
        let having = places.filter { longest == 0 || $0.match(path) > 0 }
        let kept = last.flatMap { last in having.first { $0.role.text == last } }
        return kept ?? having.first { $0.match(path) == longest }
    }
}

extension Navigation.Place {
    /// The entries of a visitor in a role, in their order.
    fileprivate init(role: ActingRole, _ destinations: [Destination], _ visitor: Visitor) {
        self.role = role
        entries = destinations.filter { $0.role == role.kind }
            .sorted { $0.position < $1.position }
            .flatMap { $0.entries(visitor, role) }
    }

    /// How exactly one of the entries has a path.
    fileprivate func match(_ path: String) -> Int { entries.map { $0.match(path) }.max() ?? 0 }

    fileprivate func current(_ path: String) -> Int? {
        entries.indices.filter { entries[$0].match(path) > 0 }
            .max { entries[$0].match(path) < entries[$1].match(path) }
    }
}

extension Visitor {
    /// What a role is called: by the organisation's name, or a word.
    func name(of role: ActingRole, _ words: Localizer) -> String {
        switch role {
        case .member: words(CommonText.roleMember)
        case .coordinator: words(CommonText.roleCoordinator)
        case .organisation(let id): post(at: id)?.name ?? ""
        case .funder: words(CommonText.roleFunder)
        case .guardian: words(CommonText.roleGuardian)
        case .operator: words(CommonText.roleOperator)
        case .visitor: ""
        }
    }
}
