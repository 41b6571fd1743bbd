internal import Ledger
package import Timebank

extension DetailPage {
    /// What an organisation has on the list and off it, each with a form that changes that.
    ///
    /// Each form hides `kind` (`opportunity` or `offer`), `id` and `open` (`yes` or `no`).
    ///
    /// - `organisation`: The id.
    /// - `seal`: What seals a form; each has one of its own.
    package static func shelf(
        frame: Frame,
        network: Slug,
        organisation: Organisation.ID,
        name: String,
        things: [ShelfLine],
        seal: () -> FormSeal,
        entered: Entered = .nothing
    ) -> DetailPage {
        let words = frame.words
        let open = things.count(where: \.isOpen)
        return DetailPage(
            frame: frame,
            title: words(OrganisationsText.shelfTitle),
            back: Link(name, to: Address.organisation(network, organisation)),
            lead: words(
                things.isEmpty ? OrganisationsText.shelfEmpty : OrganisationsText.shelfLead
            ),
            entered: entered,
            lines: [
                Line(words(OrganisationsText.shelfTotal), "\(open)"),
                Line(words(OrganisationsText.shelfClosedTotal), "\(things.count - open)"),
            ],
            forms: things.map { thing in
                Form(
                    heading: thing.name,
                    lead: words(thing.state),
                    to: Address.shelf(network, organisation),
                    seal(),
                    hidden: [
                        Hidden("kind", thing.kind.rawValue), Hidden("id", thing.id),
                        Hidden("open", thing.isOpen ? "no" : "yes"),
                    ],
                    button: words(
                        thing.isOpen ? OrganisationsText.shelfOff : OrganisationsText.shelfBack
                    ),
                    quiet: true
                )
            }
        )
    }
}

/// Something to do or to enjoy, as who looks after it sees it.
package struct ShelfLine: Hashable, Sendable {
    /// What it is.
    package enum Kind: String, Sendable {
        case opportunity
        case offer
    }

    package let kind: Kind
    package let name: String
    package let isOpen: Bool
    fileprivate let id: String

    private init(_ kind: Kind, _ id: String, name: String, isOpen: Bool) {
        self.kind = kind
        self.id = id
        self.name = name
        self.isOpen = isOpen
    }

    /// An opportunity, and whether it is on the list.
    package init(_ id: Opportunity.ID, name: String, isOpen: Bool) {
        self.init(.opportunity, id.description, name: name, isOpen: isOpen)
    }

    /// An offer, and whether it is on the list.
    package init(_ id: Offer.ID, name: String, isOpen: Bool) {
        self.init(.offer, id.description, name: name, isOpen: isOpen)
    }

    fileprivate var state: any Text {
        switch kind {
        case .opportunity: isOpen ? OrganisationsText.shelfDo : OrganisationsText.shelfDoClosed
        case .offer: isOpen ? OrganisationsText.shelfEnjoy : OrganisationsText.shelfEnjoyClosed
        }
    }
}
