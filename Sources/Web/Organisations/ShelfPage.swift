package import Ledger
package import Timebank

extension DetailPage {
    /// The page with an organisation's opportunities and offers, each with a form to list or unlist
    /// it.
    ///
    /// Each form has the hidden inputs `kind` (see ``Listing/kind``), `id` and `open` (`yes` or
    /// `no`).
    ///
    /// - `organisation`: The id of the organisation.
    /// - `things`: The opportunities and offers, listed or not.
    /// - `tokens`: Makes the tokens of a form; called once for each form.
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

/// An opportunity or offer, as the organisation's lead or a coordinator sees it.
package struct ShelfLine: Sendable {
    /// The kind of thing, as ``Listing/kind`` names it, such as `offer`.
    package let kind: String
    package let name: String
    package let isOpen: Bool
    fileprivate let id: String
    fileprivate let state: any Text

    /// - `id`: The id of the thing.
    /// - `name`: Its title.
    /// - `isOpen`: Whether it is listed.
    package init<Thing: Listed>(_ id: ID<Thing>, name: String, isOpen: Bool) {
        kind = Thing.listing.kind
        self.name = name
        self.isOpen = isOpen
        self.id = id.description
        state = Thing.state(isOpen: isOpen)
    }

    /// Makes the line for an opportunity or offer.
    package init(_ thing: some Listed) {
        self.init(thing.id, name: thing.title, isOpen: thing.isOpen)
    }
}
