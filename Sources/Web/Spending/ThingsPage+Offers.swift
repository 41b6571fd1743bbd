package import Ledger
package import Timebank

extension ThingsPage {
    /// What there is to enjoy, in groups.
    ///
    /// Community comes first, for a member after whether their hours are enough. In each group what
    /// costs least comes first.
    ///
    /// - `offers`: The open offers.
    /// - `filter`: The chosen filters.
    /// - `minutes`: What the viewer has; `nil` for somebody who is no member.
    /// - `mayAdd`: Whether the viewer may add an offer.
    package static func offers(
        frame: Frame,
        network: Slug,
        offers: [Offer],
        filter: OfferFilter = OfferFilter(),
        having minutes: Minutes?,
        mayAdd: Bool
    ) -> ThingsPage {
        let words = frame.words
        return ThingsPage(
            frame: frame,
            title: words(SpendingText.offersTitle),
            lead: words(SpendingText.offersLead),
            add: mayAdd
                ? Link(words(SpendingText.addOfferTitle), to: Address.addOffer(network)) : nil,
            sifts: offers.count < 2
                ? []
                : Sifts(offers: offers, filter: filter, minutes: minutes, network: network)
                    .all(words),
            groups: groups(
                filter.passing(offers, having: minutes),
                having: minutes,
                network,
                words
            ),
            empty: offers.isEmpty
                ? EmptyThings(
                    sentence: words(SpendingText.offersEmpty),
                    next: Link(words(SpendingText.offerAsk), to: Address.help(network))
                )
                : EmptyThings(
                    sentence: words(CommonText.siftNone),
                    next: Link(words(CommonText.siftAll), to: Address.offers(network))
                )
        )
    }

    private static func groups(
        _ offers: [Offer],
        having minutes: Minutes?,
        _ network: Slug,
        _ words: Localizer
    ) -> [ThingsGroup?] {
        let sorted = offers.sorted { $0.place < $1.place }
        func rows(_ isIn: (Offer) -> Bool) -> [Row] {
            sorted.filter(isIn).map { row($0, network, words) }
        }
        guard minutes != nil else {
            return [
                ThingsGroup(
                    words(SpendingText.enjoyCommunity),
                    rows { $0.spends == .community }
                ),
                ThingsGroup(words(SpendingText.enjoyPartners), rows { $0.spends != .community }),
            ]
        }
        return [
            ThingsGroup(
                words(SpendingText.enjoyNowCommunity),
                rows { $0.isEnough(minutes) && $0.spends == .community }
            ),
            ThingsGroup(
                words(SpendingText.enjoyNowPartners),
                rows { $0.isEnough(minutes) && $0.spends != .community }
            ),
            ThingsGroup(
                words(SpendingText.enjoyMore),
                hint: words(SpendingText.enjoyMoreHint),
                rows { !$0.isEnough(minutes) }
            ),
        ]
    }

    private static func row(_ offer: Offer, _ network: Slug, _ words: Localizer) -> Row {
        let about = offer.details.firstLine
        return Row(
            offer.title,
            to: Address.offer(network, offer.id),
            second: "\(offer.organisationName.bidiIsolated) · \(offer.price(words))",
            note: about.isEmpty ? nil : about
        )
    }
}

extension Offer {
    /// Where it stands in a list.
    fileprivate var place: (Int, Minutes, String, Offer.ID) {
        (spends == .community ? 0 : 1, least, title, id)
    }

    /// The price as display text.
    func price(_ words: Localizer) -> String { words.price(adult: adult, child: child ?? adult) }
}

extension Localizer {
    /// A price as display text: one for everybody, or separately for an adult and a child.
    func price(adult: Minutes, child: Minutes) -> String {
        if adult == child {
            return self(SpendingText.priceEach, ["minutes": .minutes(adult)])
        }
        if child == .zero { return self(SpendingText.priceChildFree, ["adult": .minutes(adult)]) }
        return self(
            SpendingText.priceBoth,
            ["adult": .minutes(adult), "child": .minutes(child)]
        )
    }
}

/// The filters above a list of offers.
private struct Sifts {
    let offers: [Offer]
    let filter: OfferFilter
    let minutes: Minutes?
    let network: Slug

    func all(_ words: Localizer) -> [Sift] {
        [
            Sift(
                siftHeading: words(SpendingText.siftPrice),
                options: [
                    minutes == nil
                        ? nil
                        : option(words(SpendingText.siftEnough), filter.isEnough) {
                            $0.isEnough.toggle()
                        },
                    option(words(SpendingText.siftFamilies), filter.isForFamilies) {
                        $0.isForFamilies.toggle()
                    },
                ].compactMap(\.self)
            ),
            Sift(
                siftHeading: words(SpendingText.siftKind),
                options: [
                    kind(.community, words(SpendingText.siftCommunity)),
                    kind(.corporate, words(SpendingText.siftCorporate)),
                ].compactMap(\.self)
            ),
            Sift(siftHeading: words(CommonText.siftOrganisation), options: places),
        ]
    }

    private func kind(_ kind: Organisation.Spends, _ text: String) -> SiftOption? {
        option(text, filter.kind == kind) { $0.kind = $0.kind == kind ? nil : kind }
    }

    private var places: [SiftOption] {
        let names = Dictionary(offers.map { ($0.organisation, $0.organisationName) }) { $1 }
        return names.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.compactMap { id, name in
            option(name, filter.organisation == id) {
                $0.organisation = $0.organisation == id ? nil : id
            }
        }
    }

    /// A filter, unless it is not chosen and would leave nothing or change nothing.
    private func option(
        _ text: String,
        _ isChosen: Bool,
        _ change: (inout OfferFilter) -> Void
    ) -> SiftOption? {
        let changed = filter.with(change)
        let count = changed.passing(offers, having: minutes).count
        guard isChosen || count > 0 else { return nil }
        return SiftOption(text, to: changed.address(network), count: count, isChosen: isChosen)
    }
}
