internal import Timebank

/// An entry of the navigation of one role, which the part that has its page lists.
struct Destination: Sendable {
    let role: ActingRole.Kind
    /// Where it stands among the role's entries, which come from several parts; smallest first.
    let position: Int
    /// What it is for a visitor in the role: nothing where there is no such page for them, such as
    /// a till where none is; several where there is a page for each person they act for.
    private let shown: @Sendable (Visitor, ActingRole) -> [Entry]

    /// An entry of somebody who acts in the network as a whole.
    ///
    /// - covering: Addresses without arguments; everything below them belongs to this entry.
    init(
        _ role: ActingRole.Kind,
        _ position: Int,
        _ text: any Text,
        _ address: PathAddress<Slug>,
        covering: [PathAddress<Slug>] = []
    ) {
        self.role = role
        self.position = position
        shown = { visitor, _ in
            let network = visitor.network.slug
            return [Entry(.text(text), address(network), covering: covering.map { $0(network) })]
        }
    }

    /// An entry of an organisation's staff.
    ///
    /// - where: Which posts have it.
    init(
        at position: Int,
        _ text: any Text,
        _ address: PathAddress<Slug, Organisation.ID>,
        covering: [PathAddress<Slug, Organisation.ID>] = [],
        where isThere: @escaping @Sendable (Visitor.Post) -> Bool = { _ in true }
    ) {
        role = .organisation
        self.position = position
        shown = { visitor, role in
            guard case .organisation(let id) = role, let post = visitor.post(at: id), isThere(post)
            else { return [] }
            let network = visitor.network.slug
            let covered = covering.map { $0(network, id) }
            return [Entry(.text(text), address(network, id), covering: covered)]
        }
    }

    /// An entry for each member for whom a guardian acts.
    init(ofWards address: PathAddress<Slug, Member.ID>) {
        role = .guardian
        position = 1
        shown = { visitor, _ in
            visitor.wards.map { Entry(.name($0.name), address(visitor.network.slug, $0.member)) }
        }
    }

    /// The entries as they stand for a visitor in a role.
    func entries(_ visitor: Visitor, _ role: ActingRole) -> [Entry] {
        role.kind == self.role ? shown(visitor, role) : []
    }

    /// An entry of the navigation for one visitor.
    struct Entry: Sendable {
        let label: Label
        let address: Href
        /// The beginnings of the addresses at which it is the current entry, besides its own.
        private let covered: [Href]

        /// What an entry is called.
        enum Label: Sendable {
            case text(any Text)
            case name(String)
        }

        fileprivate init(_ label: Label, _ address: Href, covering covered: [Href] = []) {
            self.label = label
            self.address = address
            self.covered = covered
        }

        /// How many bytes of a path it covers; 0 where the path is not at or below it.
        ///
        /// The longest match is the current entry, so that a page of its own counts for more than
        /// the list above it. A network's front page ends with a slash and has nothing below it.
        func match(_ path: String) -> Int {
            (covered + [address]).map(\.text).filter { path == $0 || path.hasPrefix($0 + "/") }
                .map(\.utf8.count).max() ?? 0
        }

        /// What it is called in somebody's language.
        func name(_ words: Localizer) -> String {
            switch label {
            case .text(let text): words(text)
            case .name(let name): name
            }
        }
    }
}
