internal import Drawing
internal import Ledger
package import Timebank

/// What an organisation took in and gave out in twelve months, with bars and statements.
package struct MonthsPage: Page {
    package static let template = Template.months
    package let frame: Frame
    package let title: String
    let back: Link?
    let flows: [FlowView]
    let reserve: ReserveView?
    let statements: Rows?
    let remark: String

    /// - `opens`: Whether the viewer may open the organisation's own page.
    /// - `months`: What happened; hours taken in are left out for an organisation without a till,
    ///   hours given for one that gives none, unless there were any.
    package init(
        frame: Frame,
        network: Slug,
        opens: Bool = true,
        months: OrganisationMonths
    ) {
        let words = frame.words
        let organisation = months.organisation
        let takes = organisation.spends != .no || months.taken.people > 0
        let gives = organisation.earns || months.given.people > 0
        self.frame = frame
        title = words(
            OrganisationsText.monthsTitle,
            ["organisation": .word(organisation.name)]
        )
        back =
            opens
            ? Link(organisation.name, to: Address.organisation(network, organisation.id))
            : Link(
                words(OrganisationsText.organisationsTitle),
                to: Address.organisations(network)
            )
        let taken = FlowView(
            words(OrganisationsText.monthsTaken),
            months.taken,
            empty: .monthsEmpty,
            count: .monthsVisits,
            words
        ) { Address.statementOfMonth(network, organisation.id, $0) }
        let given = FlowView(
            words(OrganisationsText.monthsGiven),
            months.given,
            empty: .monthsGivenEmpty,
            count: .monthsTimes,
            words
        ) { _ in nil }
        // What there is more of comes first.
        let isGiver = months.given.sum > months.taken.sum
        let both = [takes ? taken : nil, gives ? given : nil].compactMap(\.self)
        flows = isGiver ? both.reversed() : both
        reserve = organisation.earns ? ReserveView(months, words) : nil
        statements =
            takes
            ? Rows(
                months.taken.months.suffix(3).reversed().map {
                    Self.statement($0.month, network, organisation.id, words)
                }
            ) : nil
        remark = words(OrganisationsText.monthsUndone)
    }

    private static func statement(
        _ month: Month,
        _ network: Slug,
        _ organisation: Organisation.ID,
        _ words: Localizer
    ) -> Row {
        Row(
            words.month(month).capitalised,
            to: Address.statementOfMonth(network, organisation, month),
            action: Link(
                words(OrganisationsText.statementFile),
                to: Address.fileOfMonth(network, organisation, month)
            )
        )
    }
}

extension OrganisationMonths.Activity {
    fileprivate var sum: Minutes { months.reduce(.zero) { $0 + $1.minutes } }
}

/// Hours in one direction: this month's number, twelve bars, and what they were for.
struct FlowView: Hashable, Sendable {
    let flowHeading: String
    let sum: String
    let since: String
    let bars: [BarView]
    let proof: String?
    let uses: UsesView?
    let nothing: String?

    /// The maximum number of uses that are shown by name; the others are summed up.
    private static let usesMost = 6

    fileprivate init(
        _ heading: String,
        _ activity: OrganisationMonths.Activity,
        empty: OrganisationsText,
        count: OrganisationsText,
        _ words: Localizer,
        _ address: (Month) -> Href?
    ) {
        flowHeading = heading
        let months = activity.months
        let (now, before) = (months[months.count - 1], months[months.count - 2])
        sum = words.hours(now.minutes)
        since = Self.comparison(now, before, words)
        let most = months.map(\.minutes.count).max() ?? 0
        bars = months.reversed().map { month in
            BarView(
                words.month(month.month).capitalised,
                words.hours(month.minutes),
                Self.people(month.visits, count, month.people, words),
                Bar(month.minutes.count, of: most),
                isNow: month == now,
                to: address(month.month)
            )
        }
        nothing = most == 0 ? words(empty) : nil
        proof = months.max { $0.minutes < $1.minutes }.flatMap { fullest in
            fullest.minutes > .zero && fullest.month != now.month
                ? words(
                    OrganisationsText.monthsFullest,
                    ["month": .word(words.month(fullest.month))]
                ) : nil
        }
        uses = UsesView(activity.uses, most: Self.usesMost, count: count, words)
    }

    /// The number of visits and people, such as `53 visits · 31 people`.
    private static func people(
        _ visits: Int64,
        _ count: OrganisationsText,
        _ people: Int64,
        _ words: Localizer
    ) -> String? {
        visits == 0
            ? nil
            : [
                words(count, ["count": .number(visits)]),
                words(OrganisationsText.monthsPeople, ["count": .number(people)]),
            ].joined(separator: " · ")
    }

    private static func comparison(
        _ now: OrganisationMonths.OfMonth,
        _ before: OrganisationMonths.OfMonth,
        _ words: Localizer
    ) -> String {
        let change = now.minutes - before.minutes
        let text: OrganisationsText =
            change > .zero ? .monthsMore : change < .zero ? .monthsLess : .monthsSame
        let compared = words(
            text,
            [
                "minutes": .minutes(max(change, -change)),
                "month": .word(words.month(before.month)),
            ]
        )
        let shown = words(
            OrganisationsText.monthsNow,
            ["month": .word(words.month(now.month))]
        )
        return "\(shown), \(compared)"
    }
}

/// A bar with its label and its number, which stand beside it.
struct BarView: Hashable, Sendable {
    let label: String
    let way: String?
    let hours: String
    let detail: String?
    let drawing: String
    let isNow: Bool

    /// - `isNow`: Whether it is the point of the chart; the others are faded.
    fileprivate init(
        _ label: String,
        _ hours: String,
        _ detail: String?,
        _ bar: Bar,
        isNow: Bool = false,
        to way: Href? = nil
    ) {
        self.label = label
        self.way = way?.text
        self.hours = hours
        self.detail = detail
        drawing = bar.svg.markup
        self.isNow = isNow
    }
}

/// What hours were for, most first.
struct UsesView: Hashable, Sendable {
    let useBars: [BarView]

    /// Returns `nil` when there were none.
    fileprivate init?(
        _ uses: [OrganisationMonths.Use],
        most: Int,
        count: OrganisationsText,
        _ words: Localizer
    ) {
        guard let first = uses.first else { return nil }
        let named = uses.filter { !$0.title.isEmpty }.prefix(most)
        let shown = named.map { (title: $0.title, minutes: $0.minutes, visits: $0.visits) }
        let rest = uses.filter { !named.contains($0) }
        let other = (
            title: words(OrganisationsText.monthsOther),
            minutes: rest.reduce(Minutes.zero) { $0 + $1.minutes },
            visits: rest.reduce(0) { $0 + $1.visits }
        )
        useBars = (shown + (rest.isEmpty ? [] : [other])).enumerated().map { position, use in
            BarView(
                use.title,
                words.hours(use.minutes),
                words(count, ["count": .number(use.visits)]),
                Bar(use.minutes.count, of: max(first.minutes.count, other.minutes.count)),
                isNow: position == 0
            )
        }
    }
}

/// What is left to give, and how long it lasts.
struct ReserveView: Hashable, Sendable {
    let amount: String
    let lasting: String?

    fileprivate init(_ months: OrganisationMonths, _ words: Localizer) {
        amount = words.hours(months.left)
        lasting = months.lasts.map { days in
            let (text, count): (OrganisationsText, Int64) =
                switch days {
                case ..<14: (.monthsLastDays, days)
                case ..<70: (.monthsLastWeeks, days / 7)
                default: (.monthsLastMonths, days / 30)
                }
            return words(text, ["count": .number(count)])
        }
    }
}

extension String {
    /// The text with a capital letter, for the beginning of a line.
    fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}

extension Template {
    static let months = Template("months", PackageResources.months_mustache)
}
