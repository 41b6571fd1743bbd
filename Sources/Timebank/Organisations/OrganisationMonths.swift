package import Ledger

/// What an organisation took in and gave out in twelve months, for its staff.
package struct OrganisationMonths: Hashable, Sendable {
    package let organisation: Organisation
    /// The hours that its tills accepted.
    package let taken: Activity
    /// The hours that it confirmed for members, by the day on which they were given.
    package let given: Activity
    /// The minutes of its allocation that are not spent or held.
    package let left: Minutes
    /// For how many days `left` lasts at the pace of the last 90 days; nil if nothing was given.
    package let lasts: Int64?

    /// Transfers of one kind, without those that were reversed.
    package struct Activity: Hashable, Sendable {
        /// Twelve months, oldest first; the last one is the current month.
        package let months: [OfMonth]
        /// What it was for in these months, most minutes first.
        package let uses: [Use]
        /// How many people there were in these months.
        package let people: Int64
    }

    /// The activity of one month.
    package struct OfMonth: Hashable, Sendable {
        package let month: Month
        package let minutes: Minutes
        /// The number of transfers.
        package let visits: Int64
        package let people: Int64
    }

    /// What hours were taken or given for.
    package struct Use: Hashable, Sendable {
        /// The title of the offer or opportunity at that time.
        package let title: String
        package let minutes: Minutes
        package let visits: Int64
    }
}

/// Sums transfers by month and by title, one at a time.
struct ActivityTally {
    private struct Sum {
        var minutes: Int64 = 0
        var visits: Int64 = 0
        var people: Set<Int64> = []
    }

    private let months: [Month]
    /// The beginning of each month, and the end of the last one.
    private let bounds: [Instant]
    private var sums: [Sum]
    private var uses: [String: Sum] = [:]

    /// A tally of the twelve months of which `last` is the last; `start` gives the beginning of a
    /// day.
    init(upTo last: Month, start: (Day) -> Instant) {
        months = (-11...0).map { last.adding(months: $0) }
        bounds = (-11...1).map { start(last.adding(months: $0).first) }
        sums = months.map { _ in Sum() }
    }

    /// The beginning of the first month.
    var start: Instant { bounds[0] }

    /// Counts a transfer; one outside the twelve months is ignored.
    mutating func add(_ minutes: Minutes, at: Instant, person: Int64, for title: String) {
        guard at < bounds[12], let index = bounds.lastIndex(where: { $0 <= at }) else { return }
        sums[index].minutes += minutes.count
        sums[index].visits += 1
        sums[index].people.insert(person)
        uses[title, default: Sum()].minutes += minutes.count
        uses[title, default: Sum()].visits += 1
    }

    /// What was counted.
    var activity: OrganisationMonths.Activity {
        OrganisationMonths.Activity(
            months: zip(months, sums).map { month, sum in
                OrganisationMonths.OfMonth(
                    month: month,
                    minutes: Minutes(sum.minutes),
                    visits: sum.visits,
                    people: Int64(sum.people.count)
                )
            },
            uses: uses.map { title, sum in
                OrganisationMonths.Use(
                    title: title,
                    minutes: Minutes(sum.minutes),
                    visits: sum.visits
                )
            }
            .sorted { ($1.minutes, $0.title) < ($0.minutes, $1.title) },
            people: Int64(sums.reduce(into: Set<Int64>()) { $0.formUnion($1.people) }.count)
        )
    }
}

extension Network {
    /// The first moment of a day in the network's time zone.
    func start(of day: Day) -> Instant {
        TimeZoneRules(identifier: zone)?.start(of: day) ?? day.start
    }

    /// The day of a moment in the network's time zone.
    func day(of moment: Instant) -> Day { Day(moment, in: zone) ?? moment.day }
}
