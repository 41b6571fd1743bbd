package import Ledger
package import Timebank

extension ListedPage {
    /// The page of an offer.
    ///
    /// - `minutes`: What the viewer has; `nil` for somebody who is no member.
    package static func offer(
        frame: Frame,
        network: Slug,
        offer: Offer,
        having minutes: Minutes? = nil,
        rights: ListedRights,
        entered: Entered = .nothing
    ) -> ListedPage {
        let words = frame.words
        let isThere = offer.isOpen && offer.isOrganisationOpen
        let edit = Link(words(SpendingText.offerEdit), to: Address.editOffer(network, offer.id))
        let ask = Link(words(SpendingText.offerAsk), to: Address.help(network))
        let isShort = minutes.map { !offer.isEnough($0) } ?? false
        return ListedPage(
            frame: frame,
            title: offer.title,
            back: Link(words(SpendingText.offersTitle), to: Address.offers(network)),
            lead: offer.organisationName.bidiIsolated,
            entered: entered,
            state: isThere ? nil : words(SpendingText.offerOff),
            about: offer.details,
            lines: [
                Line(words(SpendingText.offerPrice), offer.price(words)),
                Line(words(SpendingText.enjoyHow), words(SpendingText.enjoyHowLine)),
            ],
            sentence: isThere ? minutes.map { offer.enough($0, words) } : nil,
            act: isThere && isShort
                ? Link(words(EarningText.doTitle), to: Address.opportunities(network)) : nil,
            forms: rights.tokens.map {
                [
                    .listing(
                        isOpen: offer.isOpen,
                        to: Address.openOffer(network, offer.id),
                        $0(),
                        words
                    )
                ]
            } ?? [],
            links: (rights.tokens == nil ? [] : [edit]) + [ask]
        )
    }
}

extension Offer {
    /// What so many minutes are enough for: the viewer with up to three children, up to four
    /// adults, or the viewer alone; else what is missing.
    fileprivate func enough(_ minutes: Minutes, _ words: Localizer) -> String {
        let left: Fact = .minutes(minutes)
        guard isEnough(minutes) else {
            return words(
                SpendingText.haveTooLittle,
                ["left": left, "missing": .minutes(least - max(minutes, .zero))]
            )
        }
        let rest = minutes.count - adult.count
        if let child, child > .zero, rest >= child.count {
            let children = min(rest / child.count, 3)
            return words(SpendingText.haveChildren, ["left": left, "count": .number(children)])
        }
        let adults = adult > .zero ? min(minutes.count / adult.count, 4) : 1
        return adults > 1
            ? words(SpendingText.haveAdults, ["left": left, "count": .number(adults)])
            : words(SpendingText.haveEnough, ["left": left])
    }
}

extension FormPage {
    /// The form that changes an offer.
    package static func editOffer(
        frame: Frame,
        network: Slug,
        offer: Offer,
        tokens: FormTokens,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        let fields = Offer.Fields.self
        return FormPage(
            frame: frame,
            title: words(SpendingText.offerEdit),
            back: Link(offer.title, to: Address.offer(network, offer.id)),
            lead: words(SpendingText.offerEditLead),
            entered: entered,
            form: Form(
                to: Address.editOffer(network, offer.id),
                tokens,
                controls: [
                    .ask(fields.title, words, entered, otherwise: offer.title),
                    .ask(fields.adult, words, entered, otherwise: offer.adult),
                    .ask(fields.child, words, entered, otherwise: offer.child),
                    .ask(fields.details, words, entered, otherwise: offer.details),
                ],
                button: words(SpendingText.offerEditButton)
            )
        )
    }
}
