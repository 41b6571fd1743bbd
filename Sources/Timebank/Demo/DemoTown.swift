internal import Ledger
internal import Store

/// The state of the demo network while its history is simulated.
struct DemoTown {
    let desk: Desk
    let network: Network
    let start: Day
    let end: Day
    let staff: DemoStaff
    var dice: DemoDice
    var venues: [DemoVenue]
    /// All members, in the order in which they join.
    var people: [DemoPerson]
    /// How many of them have joined so far.
    var joined = 0
    /// The balance of the pot, in minutes.
    var pot = 0
    /// For each task of ``DemoVenue/tasks(of:)``, the indices in `people` of those who come to it.
    var regulars: [[Int]]
    /// The offers that are redeemed at tills, by indices, with how often each is chosen.
    let treats: [(venue: Int, offer: Int, weight: Double)]
    /// The claims that members will file this evening.
    var claims: [(who: Int, venue: Int, task: Int)] = []
    /// The last earning and the last redemption that can be reversed as a mistake.
    var doubtful: [TransferKind: (paid: Transfer, who: Int)] = [:]
    /// The number of mistakes that have been reversed.
    var mended = 0

    /// Records the staff and the organisations with their opportunities and offers, and draws the
    /// members.
    init(
        at desk: Desk,
        network: Network,
        seed: UInt64,
        members: Int,
        from start: Day,
        until end: Day
    ) throws {
        self.desk = desk
        self.network = network
        self.start = start
        self.end = end
        dice = DemoDice(seed: seed)
        let opening = start.moment(hour: 9)
        staff = try DemoStaff(at: desk.seat(as: .console, at: opening, in: network))
        let team = staff
        _ = try desk.act(
            SetContact(words: DemoCast.contact),
            as: Actor(person: team.coordinator, isOperator: false),
            at: opening,
            in: network
        )
        _ = try desk.act(
            SetVisibility(isPublic: true),
            as: Actor(person: team.coordinator, isOperator: false),
            at: opening,
            in: network
        )
        let venues = try DemoOrganisation.all.map {
            try DemoVenue($0, at: desk, network: network, staff: team, opening)
        }
        self.venues = venues
        let tasks = venues.flatMap { $0.spec.tasks.map(\.weight) }
        regulars = tasks.map { _ in [] }
        treats = venues.enumerated().flatMap { index, venue in
            venue.spec.treats.enumerated().filter { $0.element.weight > 0 }
                .map { (index, $0.offset, $0.element.weight) }
        }
        people = DemoCast.people(from: start, staff: staff)
        let days = end.days(since: start)
        let joins = (people.count..<max(members, people.count))
            .map { _ in Self.joins(&dice, from: start, days: days) }.sorted()
        for (index, day) in joins.enumerated() {
            people.append(
                DemoPerson(&dice, ordinal: index, joins: day, days: days, tasks: tasks)
            )
        }
    }

    /// Draws a joining day: about a third join on the first day, most of the others early on.
    private static func joins(_ dice: inout DemoDice, from start: Day, days: Int) -> Day {
        let share = dice.share()
        guard dice.happens(0.65) else { return start }
        return start.adding(days: Int(share * (0.4 + 0.6 * share) * 0.95 * Double(days)))
    }

    /// Everyone with a role, whom the journal entry of the demo must name.
    var everyoneWithARole: Set<Person.ID> {
        Set(staff.printed.map(\.1) + venues.flatMap { [$0.worker, $0.till] })
    }

    /// Simulates every day; `progress` receives the number of days done and of all days.
    mutating func play(_ progress: (Int, Int) -> Void) throws {
        let days = end.days(since: start)
        for number in 0..<days {
            let day = start.adding(days: number)
            try open(day)
            try confirm(on: day)
            try pass(on: day)
            try work(on: day)
            try enjoy(on: day)
            try claim(on: day)
            progress(number + 1, days)
        }
        try provide()
        try claimOddly()
    }

    /// Performs an operation as a person at a time, with a journal entry of its own.
    func act<Asked: Operation>(
        _ asked: Asked,
        as person: Person.ID,
        at moment: Instant
    ) throws -> Asked.Result {
        try desk.act(
            asked,
            as: Actor(person: person, isOperator: false),
            at: moment,
            in: network
        )
    }
}

extension Day {
    /// The instant of a time of day, in UTC.
    func moment(hour: Int, minute: Int = 0, second: Int = 0) -> Instant {
        let seconds = Int64(hour * 3_600 + minute * 60 + second)
        return Instant(microseconds: start.microseconds + seconds * 1_000_000)
    }

    /// The time of the `index`-th of `count` events that are spread evenly over some hours.
    func moment(_ index: Int, of count: Int, from hour: Int, hours: Int) -> Instant {
        let length = Int64(hours) * 3_600_000_000
        return moment(hour: hour) + .microseconds(length * Int64(index) / Int64(max(count, 1)))
    }
}
