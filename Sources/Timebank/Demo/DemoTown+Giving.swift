internal import Ledger
internal import Store

// How credits pass between people: gifts, exchanges and donations to the pot.
extension DemoTown {
    /// Makes the day's gifts, exchanges and donations, from noon on.
    mutating func pass(on day: Day) throws {
        let size = Double(joined) / 171
        for _ in 0..<dice.times(0.6 * size) { try give(on: day) }
        for _ in 0..<dice.times(0.1 * size) { try help(on: day) }
        for _ in 0..<dice.times(0.12 * size) { try donate(on: day) }
    }

    /// Draws a member who can sign in, joined more than a month ago and has enough to give; nil if
    /// the drawn one does not qualify.
    private mutating func giver(on day: Day, least: Int) -> (Int, Person.ID)? {
        let who = dice.number(0...(joined - 1))
        let person = people[who]
        let kept = person.habit == .printed ? 900 : 0
        guard person.isHere(on: day), person.balance - kept >= least,
            day.days(since: person.joins) > 31, let login = person.member?.person
        else { return nil }
        return (who, login)
    }

    /// Draws a receiver, in most cases somebody who comes to the same task; nil if the drawn one
    /// does not qualify.
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
                memo: dice.pick(DemoWords.thanks(in: people[who].language))
            ),
            as: login,
            at: day.moment(hour: 12, minute: dice.number(0...59))
        )
        people[who].balance -= minutes
        people[other].balance += minutes
    }

    /// Lets one member pay another for help.
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
            memo: dice.pick(DemoWords.help(in: people[who].language))
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
                memo: DemoWords.donation(in: people[who].language)
            ),
            as: login,
            at: day.moment(hour: 14, minute: dice.number(0...59))
        )
        people[who].balance -= minutes
        pot += minutes
    }
}
