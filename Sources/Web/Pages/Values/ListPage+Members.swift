package import Ledger
package import Timebank

extension ListPage {
    /// What moved on an account, newest first.
    ///
    /// - `network`: The slug.
    /// - `holder`: Whose it is, where it is not the person's own.
    /// - `back`: Where whoever looks came from, where these are not their own.
    /// - `after`: Where the next page begins, or `nil` on the last.
    package static func statement(
        frame: Frame,
        network: Slug,
        account: Account.ID,
        holder: String? = nil,
        back: Link? = nil,
        minutes: Minutes,
        movements: [Movement],
        today: Day,
        after: Int64? = nil
    ) -> ListPage {
        let words = frame.words
        let own = words(AccountsText.statementTitle)
        return ListPage(
            frame: frame,
            title: holder.map { words(AccountsText.statementOf, ["name": .word($0)]) } ?? own,
            back: back ?? Link(words(CommonText.backHome), to: Address.home(network)),
            ring: RingView(minutes, caption: words(AccountsText.statementNow), words: words),
            items: movements.map { $0.row(words, today: today, balances: true) },
            empty: words(AccountsText.statementEmpty),
            more: after.map {
                Link(words(CommonText.earlier), to: Address.statement(network, account, after: $0))
            }
        )
    }

    /// What there is to enjoy.
    ///
    /// - `mayAdd`: Whether the person may add an offer.
    package static func offers(
        frame: Frame,
        network: Slug,
        offers: [OfferLine],
        mayAdd: Bool
    ) -> ListPage {
        let words = frame.words
        return ListPage(
            frame: frame,
            title: words(SpendingText.offersTitle),
            lead: words(SpendingText.offersLead),
            add: mayAdd
                ? Link(words(SpendingText.addOfferTitle), to: Address.addOffer(network)) : nil,
            items: offers.map { offer in
                Row(
                    offer.name,
                    second: "\(offer.organisation.fenced) · \(offer.price(words))",
                    note: offer.about.isEmpty ? nil : offer.about,
                    badge: offer.isOpen ? nil : words(SpendingText.offerClosed)
                )
            },
            empty: words(SpendingText.offersEmpty)
        )
    }

    /// What there is to do.
    ///
    /// - `opportunities`: Name, organisation, and where it may be claimed.
    /// - `mayAdd`: Whether the person may add one.
    package static func opportunities(
        frame: Frame,
        network: Slug,
        opportunities: [Row],
        mayAdd: Bool
    ) -> ListPage {
        let words = frame.words
        return ListPage(
            frame: frame,
            title: words(EarningText.opportunitiesTitle),
            lead: words(EarningText.opportunitiesLead),
            add: mayAdd
                ? Link(words(EarningText.addOpportunityTitle), to: Address.addOpportunity(network))
                : nil,
            items: opportunities,
            empty: words(EarningText.opportunitiesEmpty)
        )
    }
}

/// An offer as a list shows it.
package struct OfferLine: Hashable, Sendable {
    package let name: String
    package let organisation: String
    package let adult: Minutes
    package let child: Minutes
    package let about: String
    package let isOpen: Bool

    /// - `adult`: Minutes for an adult.
    /// - `child`: Minutes for a child; the same as for an adult, or less.
    /// - `about`: What helps to know beforehand; empty for nothing.
    package init(
        _ name: String,
        at organisation: String,
        adult: Minutes,
        child: Minutes,
        about: String = "",
        isOpen: Bool = true
    ) {
        self.name = name
        self.organisation = organisation
        self.adult = adult
        self.child = child
        self.about = about
        self.isOpen = isOpen
    }

    /// The price in words: one amount for each, or one for an adult and one for a child.
    func price(_ words: Voice) -> String {
        if adult == child { return words(SpendingText.priceEach, ["minutes": .minutes(adult)]) }
        if child == .zero { return words(SpendingText.priceChildFree, ["adult": .minutes(adult)]) }
        return words(SpendingText.priceBoth, ["adult": .minutes(adult), "child": .minutes(child)])
    }
}
