internal import Ledger
internal import Support
internal import Timebank

/// Draws steps from a seed, with what its own earlier steps made to go on from.
struct Player {
    let stage: Stage
    private var random: SeededGenerator
    private var claims: [Hours.ID] = []
    private var redemptions: [Redemption.ID] = []
    private var transfers: [Transfer.ID] = []
    private var holds: [Timebank.Hold] = []

    init(on stage: Stage, seed: UInt64) {
        self.stage = stage
        random = SeededGenerator(seed: seed)
    }

    /// What came of a step, for later ones to go on from.
    mutating func see(_ trace: Trace) {
        claims += trace.hours.filter { $0.status == .claimed }.map(\.id)
        transfers += trace.transfers.map(\.id)
        if let redemption = trace.redemption { redemptions.append(redemption.id) }
        if let hold = trace.hold { holds.append(hold) }
    }

    /// Whether the next step is asked for several times at once with the same key.
    mutating func repeats() -> Bool { chance(12) }

    /// The next step.
    mutating func next() -> Step {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<26: return .give(from: someone(), to: someone(), amount())
        case 26..<31: return .donate(someone(), amount())
        case 31..<42: return .claim(someone(), amount())
        case 42..<54: return claim(orElse: .allot(amount())) { .confirm($0, nil) }
        case 54..<56: return claim(orElse: .donate(0, amount())) { .refuse($0) }
        case 56..<59: return .enter(group(), amount())
        case 59..<61: return .confirmMany(several())
        case 61..<74:
            return .redeem(
                someone(),
                adults: .random(in: -1...3, using: &random),
                children: .random(in: 0...2, using: &random)
            )
        case 74..<78: return undo()
        case 78..<81: return reverse()
        case 81..<84: return .grant(someone(), amount())
        case 84..<87: return .allot(amount())
        case 87..<92: return place()
        case 92..<94: return hold { .release($0.id) }
        case 94..<97: return hold { .postHold($0) }
        case 97: return limit()
        default:
            let who = someone()
            return claim(orElse: .claim(who, Minutes(60))) { .trespass(who, $0) }
        }
    }
}

extension Player {
    private mutating func chance(_ one: Int) -> Bool {
        Int.random(in: 0..<one, using: &random) == 0
    }

    private mutating func someone() -> Int {
        // The first few meet more often, so that they run dry and get in each other's way.
        chance(2)
            ? Int.random(in: 0..<4, using: &random)
            : Int.random(in: stage.members.indices, using: &random)
    }

    /// Mostly what people give, now and then what no ledger takes.
    private mutating func amount() -> Minutes {
        switch Int.random(in: 0..<60, using: &random) {
        case 0: Minutes(0)
        case 1: Minutes(-1)
        case 2: Minutes(1_000_000_001)
        case 3: Minutes(.max)
        case 4: Minutes(1_000_000_000)
        case 5..<15: Minutes(.random(in: 240...3_000, using: &random))
        default: Minutes(.random(in: 1...180, using: &random))
        }
    }

    private mutating func group() -> [Int] {
        let all = Array(stage.members.indices).shuffled(using: &random)
        return Array(all.prefix(.random(in: 1...5, using: &random)))
    }

    private mutating func claim(orElse other: Step, _ step: (Hours.ID) -> Step) -> Step {
        guard let place = claims.indices.randomElement(using: &random) else { return other }
        // Most are decided once, some are tried again.
        let id = chance(4) ? claims[place] : claims.remove(at: place)
        return step(id)
    }

    private mutating func several() -> [Hours.ID] {
        let some = Set((0..<4).compactMap { _ in claims.randomElement(using: &random) })
        return some.sorted()
    }

    private mutating func undo() -> Step {
        guard let id = redemptions.suffix(3).randomElement(using: &random) else {
            return .redeem(someone(), adults: 1, children: 0)
        }
        return .undo(id)
    }

    private mutating func reverse() -> Step {
        guard let id = transfers.suffix(20).randomElement(using: &random) else {
            return .allot(Minutes(600))
        }
        return .reverse(id)
    }

    private mutating func place() -> Step {
        let seconds = Int64.random(in: -20...4_000, using: &random)
        return .hold(someone(), amount(), until: stage.clock.now + .seconds(seconds))
    }

    private mutating func hold(_ step: (Timebank.Hold) -> Step) -> Step {
        guard let place = holds.indices.randomElement(using: &random) else { return self.place() }
        return step(chance(4) ? holds[place] : holds.remove(at: place))
    }

    private mutating func limit() -> Step {
        guard stage.town.network.model == .mutual else { return .allot(Minutes(1_200)) }
        return .limit(Minutes(-Int64.random(in: 0...900, using: &random)))
    }
}
