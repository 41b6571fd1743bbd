import Ledger
import Store
import Support
import Testing

@testable import Timebank

/// What an organisation's months and statements say, compared with a list of the same events.
@Suite struct MonthsTests {
    @Test(arguments: Backend.available, Seeds.some)
    func `months and statements say what happened, whatever happened`(
        on backend: Backend,
        seed: UInt64
    ) async throws {
        let clock = TestClock()
        try await withTown(on: backend, clock: clock) { town in
            var play = Play(town: town, clock: clock, dice: SeededGenerator(seed: seed))
            for _ in 0..<90 { try await play.step() }
            try await play.compareMonths()
            try await play.compareStatements()
        }
    }

    @Test(arguments: Backend.available)
    func `a month that has not begun is refused, and one before the first hour is empty`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            func statement(_ text: String) async throws -> MonthStatement {
                let month = try #require(Month(text))
                return try await town.ask(
                    MonthStatementQuery(organisation: town.cinema.id, month: month),
                    as: .coordinator
                )
            }
            await #expect(throws: FieldRefusal.invalid(field: "month", .inTheFuture)) {
                _ = try await statement("2026-12")
            }
            for early in ["2026-11", "2001-01", "0001-01"] {
                let found = try await statement(early)
                #expect(found.days.isEmpty && found.opening == .zero && found.closing == .zero)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `how long the rest lasts follows from the last ninety days`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let asked = OrganisationMonthsQuery(organisation: town.school.id)
            let fresh = try await town.ask(asked, as: .worker)
            #expect(fresh.lasts == nil && fresh.left == Minutes(6_000))
            try await town.earn(600, town.ada)
            let later = try await town.ask(asked, as: .worker)
            #expect(later.left == Minutes(5_400) && later.lasts == 5_400 * 90 / 600)
            #expect(later.given.uses.map(\.title) == [town.opportunity.title])
        }
    }
}

/// Sends accepted credits on, as the operations of a later part will.
private struct SendOn: Operation {
    let organisation: Organisation.ID
    let minutes: Minutes
    let isRetired: Bool

    static let name = "test.send-on"
    static let access: Access = .coordinator
    var subject: Subject { .owned(organisation) }

    func run(at desk: Desk) throws -> Transfer {
        guard let found = try desk.tx.organisation(organisation, in: desk.here.id) else {
            throw AccessRefusal.notFound
        }
        let to = isRetired ? try desk.here.issuance : found.allocation
        return try desk.post(
            isRetired ? .retire : .recycle,
            from: found.takings,
            to: to,
            minutes
        )
    }
}

/// Random events in a town, and the list of them.
private struct Play {
    let town: Town
    let clock: TestClock
    var dice: SeededGenerator
    private var events: [Event] = []
    private var redeemed: [(receipt: Receipt, index: Int)] = []
    private var has: [Member.ID: Int64] = [:]
    private var taken: Int64 = 0

    init(town: Town, clock: TestClock, dice: SeededGenerator) {
        (self.town, self.clock, self.dice) = (town, clock, dice)
    }

    enum Kind { case earned, accepted, undone, retired, recycled }

    struct Event {
        let kind: Kind
        let minutes: Int64
        let at: Instant
        let who: Member.ID?
        var isReversed = false
    }

    private mutating func draw(_ range: ClosedRange<Int64>) -> Int64 {
        .random(in: range, using: &dice)
    }

    mutating func step() async throws {
        clock.advance(.seconds(draw(0...9) * 86_400 + draw(0...86_399)))
        let member = draw(0...1) == 0 ? town.ada : town.bo
        switch draw(0...9) {
        case 0...3: try await earn(member)
        case 4...6: try await redeem(member)
        case 7: try await undo(within: draw(0...1) == 0)
        default: try await sendOn()
        }
    }

    private mutating func earn(_ member: Member) async throws {
        let minutes = draw(30...150)
        try await town.earn(minutes, member)
        let noon = Instant(microseconds: clock.now.day.start.microseconds + 43_200_000_000)
        events.append(
            Event(kind: .earned, minutes: minutes, at: min(noon, clock.now), who: member.id)
        )
        has[member.id, default: 0] += minutes
    }

    private mutating func redeem(_ member: Member) async throws {
        let children = Int(draw(0...2))
        let price = 60 + 30 * Int64(children)
        guard has[member.id, default: 0] >= price else { return }
        let receipt = try await town.redeem(1, member, children: children)
        redeemed.append((receipt, events.count))
        events.append(Event(kind: .accepted, minutes: price, at: clock.now, who: member.id))
        has[member.id, default: 0] -= price
        taken += price
    }

    /// Undoes the last redemption, at once by the till or later by a coordinator.
    private mutating func undo(within ten: Bool) async throws {
        guard let (receipt, index) = redeemed.popLast() else { return }
        let minutes = receipt.transfer.minutes.count
        guard taken >= minutes else { return }
        let isRecent = clock.now <= receipt.redemption.at + .seconds(600)
        if ten, isRecent {
            _ = try await town.perform(
                UndoRedemption(redemption: receipt.redemption.id),
                as: .till
            )
        } else {
            _ = try await town.perform(
                Reverse(transfer: receipt.transfer.id, reason: "No film"),
                as: .coordinator
            )
        }
        events[index].isReversed = true
        events.append(Event(kind: .undone, minutes: minutes, at: clock.now, who: nil))
        has[receipt.redemption.member, default: 0] += minutes
        taken -= minutes
    }

    private mutating func sendOn() async throws {
        guard taken > 30 else { return }
        let (minutes, isRetired) = (draw(1...30), draw(0...1) == 0)
        _ = try await town.perform(
            SendOn(
                organisation: town.cinema.id,
                minutes: Minutes(minutes),
                isRetired: isRetired
            ),
            as: .coordinator
        )
        events.append(
            Event(
                kind: isRetired ? .retired : .recycled,
                minutes: minutes,
                at: clock.now,
                who: nil
            )
        )
        taken -= minutes
    }

    /// The day in London, worked out from the dates on which the clocks change there.
    private func day(_ moment: Instant) -> Day {
        let summers = [
            ("2027-03-28T01:00:00Z", "2027-10-31T01:00:00Z"),
            ("2028-03-26T01:00:00Z", "2028-10-29T01:00:00Z"),
        ]
        let isSummer = summers.contains { from, to in
            guard let from = Instant(rfc3339: from), let to = Instant(rfc3339: to) else {
                return false
            }
            return from <= moment && moment < to
        }
        return (moment + .seconds(isSummer ? 3_600 : 0)).day
    }

    private func month(_ event: Event) -> Month { Month(of: day(event.at)) }

    func compareMonths() async throws {
        for (place, kind) in [(town.cinema, Kind.accepted), (town.school, .earned)] {
            let asked = OrganisationMonthsQuery(organisation: place.id)
            let found = try await town.ask(asked, as: .coordinator)
            let activity = kind == .accepted ? found.taken : found.given
            let other = kind == .accepted ? found.given : found.taken
            #expect(other.months.allSatisfy { $0.visits == 0 } && other.uses.isEmpty)
            let last = Month(of: day(clock.now))
            #expect(activity.months.map(\.month) == (-11...0).map { last.adding(months: $0) })
            let counted = events.filter { $0.kind == kind && !$0.isReversed }
            for one in activity.months {
                let these = counted.filter { month($0) == one.month }
                #expect(one.minutes.count == these.reduce(0) { $0 + $1.minutes }, "\(one.month)")
                #expect(one.visits == Int64(these.count), "\(one.month)")
                #expect(one.people == Int64(Set(these.map(\.who)).count), "\(one.month)")
            }
            let sum = activity.months.reduce(0) { $0 + $1.minutes.count }
            #expect(activity.uses.reduce(0) { $0 + $1.minutes.count } == sum)
        }
    }

    func compareStatements() async throws {
        let last = Month(of: day(clock.now))
        var closing: Minutes?
        for month in (-20...0).map({ last.adding(months: $0) }) {
            let found = try await town.ask(
                MonthStatementQuery(organisation: town.cinema.id, month: month),
                as: .coordinator
            )
            if let closing { #expect(found.opening == closing, "\(month)") }
            closing = found.closing
            func sum(_ kind: Kind, _ day: Day? = nil) -> Minutes {
                Minutes(
                    events.filter {
                        $0.kind == kind && self.month($0) == month
                            && (day == nil || self.day($0.at) == day)
                    }
                    .reduce(0) { $0 + $1.minutes }
                )
            }
            #expect(found.sums.accepted == sum(.accepted), "\(month)")
            #expect(found.sums.undone == sum(.undone), "\(month)")
            #expect(found.sums.retired == sum(.retired), "\(month)")
            #expect(found.sums.recycled == sum(.recycled), "\(month)")
            #expect(found.sums.other == .zero)
            for one in found.days {
                #expect(one.sums.accepted == sum(.accepted, one.day), "\(one.day)")
                #expect(one.sums.undone == sum(.undone, one.day), "\(one.day)")
            }
            #expect(found.days.last.map(\.closing) ?? found.opening == found.closing)
        }
        #expect(closing == (try await town.minutes(in: town.cinema.takings)))
    }
}
