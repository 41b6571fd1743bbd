internal import Ledger
internal import Store

// How credits are earned: sessions, claims and confirmations.
extension DemoTown {
    /// Holds the day's sessions; staff enter the hours of some participants, the others claim
    /// theirs.
    mutating func work(on day: Day) throws {
        claims = []
        for (task, at) in DemoVenue.tasks(of: venues).enumerated() {
            let spec = venues[at.venue].spec.tasks[at.task]
            guard spec.day == day.weekday, !isShut(at.venue, on: day) else { continue }
            let came = coming(to: task, on: day)
            var entered: [Int] = []
            for who in came {
                if people[who].email != nil, people[who].habit != .printed, dice.happens(0.6) {
                    claims.append((who, at.venue, at.task))
                } else {
                    entered.append(who)
                }
            }
            try enter(entered, at.venue, at.task, spec.minutes, on: day)
        }
    }

    /// Whether it is closed: a school in August, and any organisation at the turn of the year.
    private func isShut(_ venue: Int, on day: Day) -> Bool {
        let (_, month, date) = day.date
        return (DemoOrganisation.schools.indices.contains(venue) && month == 8)
            || (month == 12 && date > 22) || (month == 1 && date < 3)
    }

    private mutating func coming(to task: Int, on day: Day) -> [Int] {
        var came: [Int] = []
        for who in regulars[task] where people[who].isHere(on: day) {
            let person = people[who]
            let comes =
                switch person.habit {
                case .printed: person.balance < 900 ? 1 : person.habit.comes
                case .passing: person.visits < 2 ? person.habit.comes : 0
                default: person.habit.comes
                }
            guard dice.happens(comes) else { continue }
            people[who].visits += 1
            came.append(who)
        }
        return came
    }

    /// Enters the same minutes for all participants, in batches of at most ``EnterHours/most``.
    private mutating func enter(
        _ came: [Int],
        _ venue: Int,
        _ task: Int,
        _ minutes: Int,
        on day: Day
    ) throws {
        var left = came[...]
        while !left.isEmpty {
            let some = left.prefix(EnterHours.most)
            left = left.dropFirst(some.count)
            try top(venue, up: minutes * some.count, at: day.moment(hour: 15, minute: 20))
            _ = try act(
                EnterHours(
                    opportunity: venues[venue].opportunities[task],
                    members: some.compactMap { people[$0].member.map { .id($0.id) } },
                    day: day,
                    minutes: Minutes(Int64(minutes)),
                    confirm: true
                ),
                as: venues[venue].worker,
                at: day.moment(hour: 15, minute: 30 + task)
            )
            for who in some { people[who].balance += minutes }
            venues[venue].allocation -= minutes * some.count
        }
    }

    /// Lets members claim the hours of the day themselves, in the evening.
    mutating func claim(on day: Day) throws {
        for (number, claim) in claims.enumerated() {
            let usual = venues[claim.venue].spec.tasks[claim.task].minutes
            let minutes = dice.happens(0.15) ? usual + 30 : usual
            let notes = DemoWords.notes(in: people[claim.who].language)
            try file(
                claim.who,
                claim.venue,
                claim.task,
                minutes,
                of: day,
                note: dice.happens(0.2) ? dice.pick(notes) : "",
                at: day.moment(number, of: claims.count, from: 20, hours: 2)
            )
        }
    }

    /// Claims hours for a member, which wait until the organisation's office day.
    mutating func file(
        _ who: Int,
        _ venue: Int,
        _ task: Int,
        _ minutes: Int,
        of day: Day,
        note: String,
        at moment: Instant
    ) throws {
        guard let member = people[who].member, let person = member.person else { return }
        let claim = try act(
            ClaimHours(
                opportunity: venues[venue].opportunities[task],
                member: .id(member.id),
                day: day,
                minutes: Minutes(Int64(minutes)),
                note: note
            ),
            as: person,
            at: moment
        )
        venues[venue].waiting.append(
            DemoVenue.Waiting(hours: claim.hours.id, who: who, minutes: minutes, day: day)
        )
    }

    /// Lets staff decide on waiting claims: most are confirmed together, a few refused or
    /// corrected.
    mutating func confirm(on day: Day) throws {
        // No claim is decided in the last eight days, so that some are waiting when the demo
        // begins.
        guard day.days(since: end) < -8 else { return }
        for venue in venues.indices
        where venues[venue].officeDay == day.weekday && !venues[venue].waiting.isEmpty {
            var plain: [DemoVenue.Waiting] = []
            for waiting in venues[venue].waiting {
                let moment = day.moment(hour: 9, minute: 10)
                if dice.happens(0.03) {
                    _ = try act(
                        RefuseHours(hours: waiting.hours, reason: dice.pick(DemoWords.reasons)),
                        as: venues[venue].worker,
                        at: moment
                    )
                } else if waiting.minutes > 60, dice.happens(0.04) {
                    try pay(waiting, waiting.minutes - 30, at: venue, moment)
                } else {
                    plain.append(waiting)
                }
            }
            venues[venue].waiting = []
            try pay(plain, at: venue, on: day)
        }
    }

    private mutating func pay(
        _ waiting: DemoVenue.Waiting,
        _ minutes: Int,
        at venue: Int,
        _ moment: Instant
    ) throws {
        try top(venue, up: minutes, at: moment)
        let paid = try act(
            ConfirmHours(hours: waiting.hours, minutes: Minutes(Int64(minutes))),
            as: venues[venue].worker,
            at: moment
        )
        venues[venue].allocation -= minutes
        people[waiting.who].balance += minutes
        doubtful[.earn] = (paid.transfer, waiting.who)
    }

    private mutating func pay(_ all: [DemoVenue.Waiting], at venue: Int, on day: Day) throws {
        var left = all[...]
        while !left.isEmpty {
            let some = left.prefix(ConfirmMany.most)
            left = left.dropFirst(some.count)
            let sum = some.reduce(0) { $0 + $1.minutes }
            try top(venue, up: sum, at: day.moment(hour: 9, minute: 20))
            _ = try act(
                ConfirmMany(
                    organisation: venues[venue].organisation.id,
                    hours: some.map(\.hours)
                ),
                as: venues[venue].worker,
                at: day.moment(hour: 9, minute: 30)
            )
            venues[venue].allocation -= sum
            for waiting in some { people[waiting.who].balance += waiting.minutes }
        }
    }

    /// Tops up an allocation at once, since in a very large demo one day can need more than was
    /// granted.
    private mutating func top(_ venue: Int, up needed: Int, at moment: Instant) throws {
        guard venues[venue].allocation < needed else { return }
        let more = needed + 6_000
        _ = try act(
            GrantAllocation(
                organisation: venues[venue].organisation.id,
                minutes: Minutes(Int64(more)),
                memo: "A busy week"
            ),
            as: staff.coordinator,
            at: moment
        )
        venues[venue].allocation += more
    }

    /// Gives members whose sign-ins are printed enough credits to try things out, even in a short
    /// demo.
    mutating func provide() throws {
        let tasks = DemoVenue.tasks(of: venues)
        for who in people[..<joined].indices.prefix(while: { people[$0].habit == .printed }) {
            let missing = 900 - people[who].balance
            let at = tasks[people[who].task]
            guard missing > 0 else { continue }
            try enter([who], at.venue, at.task, missing, on: end.adding(days: -1))
        }
    }

    /// Files claims at the printed worker's organisation, some of which need a closer look.
    mutating func claimOddly() throws {
        guard let school = venues.firstIndex(where: { $0.spec.slug == DemoOrganisation.schoolSlug })
        else { return }
        let yesterday = end.adding(days: -1)
        let here = people[..<joined].indices.filter {
            people[$0].isHere(on: yesterday) && people[$0].member?.person != nil
        }
        for number in 0..<8 {
            let task = number % venues[school].spec.tasks.count
            let spec = venues[school].spec.tasks[task]
            let back = (yesterday.weekday.rawValue - spec.day.rawValue + 7) % 7
            try file(
                here[number * 5 % here.count],
                school,
                task,
                spec.minutes,
                of: yesterday.adding(days: -back),
                note: "",
                at: yesterday.moment(hour: 19, minute: number)
            )
        }
        for (number, odd) in DemoWords.oddClaims.enumerated() {
            // Equal `who` values are the same person, so that a claim is filed twice.
            let who = here[(odd.who * 7) % here.count]
            try file(
                who,
                school,
                odd.task,
                odd.minutes,
                of: yesterday.adding(days: -odd.daysAgo),
                note: odd.note,
                at: yesterday.moment(hour: 22, minute: number)
            )
        }
        // The worker's own claim, which only a colleague can confirm.
        try file(
            DemoCast.workerPlace,
            school,
            2,
            60,
            of: yesterday,
            note: "Stayed on to help",
            at: yesterday.moment(hour: 22, minute: 30)
        )
    }
}
