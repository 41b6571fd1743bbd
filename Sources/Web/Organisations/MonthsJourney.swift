internal import Hummingbird
internal import Timebank

/// What an organisation took in and gave out, month by month.
struct MonthsJourney: Journey {
    var routes: [PageRoute] {
        [.get(Address.months, months)]
    }

    /// The page; its figures are read apart from the visitor, because many rows are read.
    private func months(
        _ visit: Visit,
        at organisation: Organisation.ID
    ) async throws -> Response {
        let asked = OrganisationMonthsQuery(organisation: organisation)
        let visitor = try await visit.look { _ in }.visitor
        let found = try await visit.site.bank.ask(asked, in: visit.slug, as: visit.who)
        return visit.show(
            MonthsPage(
                frame: visit.frame(visitor),
                network: visitor.network.slug,
                opens: visitor.opens(organisation),
                months: found
            )
        )
    }
}
