internal import Ledger
internal import Store

// How credits pass between people: gifts, help, and the pot.
extension DemoTown {
    /// What passes from hand to hand at noon.
    mutating func pass(on day: Day) throws {
        let size = Double(joined) / 171
        for _ in 0..<dice.times(0.6 * size) { try give(on: day) }
        for _ in 0..<dice.times(0.1 * size) { try help(on: day) }
        for _ in 0..<dice.times(0.12 * size) { try donate(on: day) }
    }

    /// Somebody who can sign in, is not new any more and has something to give.
    private mutating func giver(on day: Day, least: Int) -> (Int, Person.ID)? {
        let who = dice.number(0...(joined - 1))
        let person = people[who]
        let kept = person.habit == .printed ? 900 : 0
        guard person.isHere(on: day), person.balance - kept >= least,
            day.days(since: person.joins) > 31, let login = person.member?.person
        else { return nil }
        return (who, login)
    }

    /// Most give to those whom they know from the same venue.
    private mutating func receiver(from who: Int, on day: Day) -> Int? {
        let friends = regulars[people[who].task]
        let other =
            friends.isEmpty || dice.happens(0.2)
            ? dice.number(0...(joined - 1)) : dice.pick(friends)
        return other != who && people[other].canReceive(on: day) ? other : nil
    }

    private mutating func give(on day: Day) throws {
        guard let (who, login) = giver(on: day, least: 120),
            let other = receiver(from: who, on: day),
            let from = people[who].member, let to = people[other].member
        else { return }
        let minutes = dice.pick([30, 60, 60, 120])
        _ = try act(
            Give(
                from: .id(from.wallet.id),
                to: .id(to.wallet.id),
                minutes: Minutes(Int64(minutes)),
                memo: dice.pick(DemoWords.thanks)
            ),
            as: login,
            at: day.moment(hour: 12, minute: dice.number(0...59))
        )
        people[who].balance -= minutes
        people[other].balance += minutes
    }

    /// One member pays another for help.
    private mutating func help(on day: Day) throws {
        guard let (who, login) = giver(on: day, least: 120),
            let other = receiver(from: who, on: day),
            let from = people[who].member, let to = people[other].member
        else { return }
        let minutes = dice.pick([60, 90, 120])
        let seat = desk.seat(
            as: Actor(person: login, isOperator: false),
            at: day.moment(hour: 13, minute: dice.number(0...59)),
            in: network
        )
        _ = try seat.receive(
            .exchange,
            from: from.wallet,
            to: to.wallet,
            Minutes(Int64(minutes)),
            memo: dice.pick(DemoWords.help)
        )
        try seat.record(MakeDemo.name)
        people[who].balance -= minutes
        people[other].balance += minutes
    }

    private mutating func donate(on day: Day) throws {
        guard let (who, login) = giver(on: day, least: 600), let from = people[who].member
        else { return }
        let minutes = dice.pick([60, 120, 180, 300])
        _ = try act(
            Give(
                from: .id(from.wallet.id),
                to: .pot,
                minutes: Minutes(Int64(minutes)),
                memo: "For whoever needs it"
            ),
            as: login,
            at: day.moment(hour: 14, minute: dice.number(0...59))
        )
        people[who].balance -= minutes
        pot += minutes
    }
}
