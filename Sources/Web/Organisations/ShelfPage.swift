package import Ledger
package import Timebank

extension DetailPage {
    /// What an organisation has on the list and off it, each with a form that changes that.
    ///
    /// Each form hides `kind` (see ``Listing/kind``), `id` and `open` (`yes` or `no`).
    ///
    /// - `organisation`: The id.
    /// - `tokens`: the tokens of a form; each has one of its own.
    package static func shelf(
        frame: Frame,
        network: Slug,
        organisation: Organisation.ID,
        name: String,
        things: [ShelfLine],
        tokens: () -> FormTokens,
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
                    tokens(),
                    hidden: [
                        Hidden("kind", thing.kind), Hidden("id", thing.id),
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

/// A listed thing, as who looks after it sees it.
package struct ShelfLine: Sendable {
    /// Of which kind it is, as its ``Listing`` says.
    package let kind: String
    package let name: String
    package let isOpen: Bool
    fileprivate let id: String
    fileprivate let state: any Text

    /// The thing with this id, what it is called, and whether it is on the list.
    package init<Thing: Listed>(_ id: ID<Thing>, name: String, isOpen: Bool) {
        kind = Thing.listing.kind
        self.name = name
        self.isOpen = isOpen
        self.id = id.description
        state = Thing.state(isOpen: isOpen)
    }

    /// A listed thing as it was read.
    package init(_ thing: some Listed) {
        self.init(thing.id, name: thing.title, isOpen: thing.isOpen)
    }
}
