internal import Ledger
internal import Store

// What the coordinator does each morning.
extension DemoTown {
    /// Lets members join and leave, tops up allocations, and sometimes grants credits from the pot
    /// or reverses a mistake.
    mutating func open(_ day: Day) throws {
        try welcome(on: day)
        for (index, person) in people[..<joined].enumerated() {
            if let leaves = person.leaves, leaves.day == day { try part(index, leaves.paused, day) }
        }
        for venue in venues.indices where venues[venue].spec.earns {
            try allot(venue, on: day)
        }
        if day.date.day == 3 { try grant(on: day) }
        try mend(on: day)
    }

    private mutating func welcome(on day: Day) throws {
        while joined < people.count, people[joined].joins <= day {
            let person = people[joined]
            let moment = day.moment(hour: 8, minute: 30)
            let seat = desk.seat(
                as: Actor(person: staff.coordinator, isOperator: false),
                at: moment,
                in: network
            )
            let login =
                try person.person
                ?? person.email.map {
                    try seat.newPerson(name: person.name, login: $0, language: person.language).id
                }
            people[joined].member = try seat.newMember(
                number: seat.nextNumber(),
                name: person.name,
                email: person.email,
                phone: person.phone,
                language: person.language,
                person: login
            )
            try seat.record(AddMember.name)
            if joined == DemoCast.wardPlace { try entrust(people[joined].member) }
            regulars[person.task].append(joined)
            joined += 1
        }
    }

    /// Makes the cast's guardian the guardian of the ward.
    private func entrust(_ ward: Member?) throws {
        guard let ward else { return }
        try desk.tx.run(
            "INSERT INTO guardian (network, guardian, ward, since) VALUES ($1, $2, $3, $4)",
            network.id,
            staff.guardian,
            ward.id,
            ward.joined
        )
    }

    /// Ends or pauses a membership.
    private mutating func part(_ index: Int, _ paused: Bool, _ day: Day) throws {
        guard let member = people[index].member else { return }
        regulars[people[index].task].removeAll { $0 == index }
        try desk.changes(.member, member.id)
        try desk.tx.run(
            "UPDATE member SET status = $1 WHERE id = $2",
            (paused ? Member.Status.paused : .left).rawValue,
            member.id
        )
    }

    /// Tops up an organisation's allocation if it may not last.
    private mutating func allot(_ venue: Int, on day: Day) throws {
        let tasks = DemoVenue.tasks(of: venues)
        let coming = tasks.indices.filter { tasks[$0].venue == venue }
            .reduce(0) { $0 + regulars[$1].count }
        let needed = 3_000 + coming * 60
        guard venues[venue].allocation < needed else { return }
        let more = needed * 2
        _ = try act(
            GrantAllocation(
                organisation: venues[venue].organisation.id,
                minutes: Minutes(Int64(more)),
                memo: "For the next months"
            ),
            as: staff.coordinator,
            at: day.moment(hour: 8, minute: 40)
        )
        venues[venue].allocation += more
    }

    /// Grants an hour from the pot to one of the last ten members who joined.
    private mutating func grant(on day: Day) throws {
        let new = people[..<joined].indices.suffix(10).filter { people[$0].isHere(on: day) }
        guard pot >= 60, !new.isEmpty else { return }
        let who = dice.pick(Array(new))
        guard let member = people[who].member else { return }
        _ = try act(
            GrantFromPot(to: .id(member.wallet.id), minutes: Minutes(60), memo: "Welcome"),
            as: staff.coordinator,
            at: day.moment(hour: 8, minute: 50)
        )
        pot -= 60
        people[who].balance += 60
    }

    /// Reverses two transfers that were mistakes: hours at 40 % of the period, a redemption at 70
    /// %.
    private mutating func mend(on day: Day) throws {
        let mistakes: [(TransferKind, Int)] = [(.earn, 40), (.redeem, 70)]
        guard mended < mistakes.count else { return }
        let (kind, share) = mistakes[mended]
        guard day.days(since: start) * 100 >= share * end.days(since: start),
            let (paid, who) = doubtful[kind]
        else { return }
        let minutes = kind == .earn ? -Int(paid.minutes.count) : Int(paid.minutes.count)
        doubtful[kind] = nil
        guard people[who].balance + minutes >= 0 else { return }
        _ = try act(
            Reverse(
                transfer: paid.id,
                reason: kind == .earn
                    ? "Entered for the wrong person" : "The film did not take place"
            ),
            as: staff.coordinator,
            at: day.moment(hour: 8, minute: 55)
        )
        people[who].balance += minutes
        mended += 1
    }
}
