internal import Ledger
package import Timebank

extension ThingsPage {
    /// What there is to do, by organisation.
    ///
    /// - `opportunities`: The open opportunities, newest first.
    /// - `organisation`: The only organisation to show; `nil` for all.
    /// - `mayAdd`: Whether the viewer may add an opportunity.
    package static func opportunities(
        frame: Frame,
        network: Slug,
        opportunities: [Opportunity],
        at organisation: Organisation.ID? = nil,
        mayAdd: Bool
    ) -> ThingsPage {
        let words = frame.words
        let all = Address.opportunities(network)
        let places = Dictionary(grouping: opportunities, by: \.organisation)
            .sorted {
                ($0.value[0].organisationName, $0.key) < ($1.value[0].organisationName, $1.key)
            }
        let options = places.map { place, things in
            SiftOption(
                things[0].organisationName,
                to: place == organisation ? all : all.asking(["at": place.description]),
                count: things.count,
                isChosen: place == organisation
            )
        }
        let shown = organisation == nil ? places : places.filter { $0.key == organisation }
        return ThingsPage(
            frame: frame,
            title: words(EarningText.doTitle),
            lead: words(EarningText.opportunitiesLead),
            add: mayAdd
                ? Link(words(EarningText.addOpportunityTitle), to: Address.addOpportunity(network))
                : nil,
            sifts: places.count < 2
                ? [] : [Sift(siftHeading: words(CommonText.siftOrganisation), options: options)],
            groups: shown.map { _, things in
                ThingsGroup(
                    things[0].organisationName,
                    things.map { row($0, network, words) }
                )
            },
            empty: opportunities.isEmpty
                ? EmptyThings(
                    sentence: words(EarningText.opportunitiesEmpty),
                    next: Link(words(EarningText.opportunityAsk), to: Address.help(network))
                )
                : EmptyThings(
                    sentence: words(CommonText.siftNone),
                    next: Link(words(CommonText.siftAll), to: all)
                )
        )
    }

    private static func row(_ thing: Opportunity, _ network: Slug, _ words: Localizer) -> Row {
        let about = thing.details.firstLine
        return Row(
            thing.title,
            to: Address.opportunity(network, thing.id),
            second: thing.place.isEmpty ? nil : thing.place.bidiIsolated,
            note: about.isEmpty ? nil : about,
            amount: words.hours(thing.minutes, .signed),
            incoming: true
        )
    }
}
