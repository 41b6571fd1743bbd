internal import Hummingbird
internal import Ledger
internal import Timebank

/// The report page for funders.
struct TotalsJourney: Journey {
    var routes: [PageRoute] {
        [.get(Address.totals, totals)]
    }

    /// The length of a reporting period, in days.
    private static let days = 90

    /// The report: the last 90 days before today, compared with the 90 days before them.
    ///
    /// The two periods are read in separate snapshots, one after the other, because each query
    /// reads many rows.
    private func totals(_ visit: Visit) async throws -> Response {
        let visitor = try await visit.look { _ in }.visitor
        let zone = TimeZoneRules(identifier: visitor.network.zone)
        let end = visit.today(visitor)
        func start(_ day: Day) -> Instant { zone?.start(of: day) ?? day.start }
        func asked(from: Int, to: Int) async throws -> Totals {
            let query = TotalsQuery(
                from: start(end.adding(days: from)),
                to: start(end.adding(days: to))
            )
            return try await visit.site.bank.ask(query, in: visit.slug, as: visit.who)
        }
        let now = try await asked(from: -Self.days, to: 0)
        let before = try await asked(from: -2 * Self.days, to: -Self.days)
        let frame = visit.frame(visitor)
        return visit.show(
            TotalsPage(
                frame: frame,
                from: end.adding(days: -Self.days),
                to: end.adding(days: -1),
                sentence: frame.words(
                    NetworksText.totalsSentence,
                    ["given": now.earned.said, "enjoyed": now.redeemed.said]
                ),
                lines: [
                    line(NetworksText.totalsGave, now.earned.people, before.earned.people),
                    line(NetworksText.totalsEnjoyed, now.redeemed.people, before.redeemed.people),
                    hours(NetworksText.totalsHoursGiven, now.earned, before.earned),
                    hours(NetworksText.totalsHoursEnjoyed, now.redeemed, before.redeemed),
                    hours(NetworksText.totalsHoursExchanged, now.exchanged, before.exchanged),
                    hours(NetworksText.totalsHoursGifted, now.given, before.given),
                ]
            )
        )
    }

    private func line(
        _ measure: NetworksText,
        _ now: Totals.Figure,
        _ before: Totals.Figure
    ) -> TotalsLine {
        TotalsLine(measure, now.shown, before: before.shown)
    }

    private func hours(
        _ measure: NetworksText,
        _ now: Totals.Sum,
        _ before: Totals.Sum
    ) -> TotalsLine {
        TotalsLine(measure, now.shown, before: before.shown)
    }
}

extension Totals.Figure {
    fileprivate var shown: TotalsLine.Figure {
        switch self {
        case .none: .count(0)
        case .few: .hidden
        case .about(let count): .count(count)
        }
    }
}

extension Totals.Sum {
    fileprivate var shown: TotalsLine.Figure { minutes.map { .minutes($0) } ?? .hidden }
    fileprivate var said: Fact { minutes.map { .minutes($0) } ?? .text(NetworksText.totalsHidden) }
}
