internal import Ledger

/// How often somebody takes part in the demo.
enum DemoHabit: CaseIterable {
    /// A member whose sign-in is printed: comes often, and always has credits left.
    case printed
    /// Comes nearly every week and seldom spends.
    case keeper
    case regular
    case occasional
    /// Comes once or twice only.
    case passing

    /// The share of each habit among the members whose sign-in is not printed.
    static let weights: [(DemoHabit, Double)] = [
        (.keeper, 0.05), (.regular, 0.22), (.occasional, 0.45), (.passing, 0.28),
    ]

    /// The probability of coming to a session.
    var comes: Double {
        switch self {
        case .printed: 0.2
        case .keeper: 0.7
        case .regular: 0.3
        case .occasional: 0.075
        case .passing: 0.4
        }
    }

    /// The probability of spending credits on a given day.
    var goesOut: Double {
        switch self {
        case .printed: 0.03
        case .keeper: 0.003
        case .regular: 0.035
        case .occasional: 0.02
        case .passing: 0.015
        }
    }

    /// The probability of being a person who never spends.
    var neverSpends: Double {
        switch self {
        case .printed: 0
        case .keeper: 0.55
        case .regular: 0.15
        case .occasional: 0.4
        case .passing: 0.55
        }
    }
}

/// A member of the demo, from before they join.
struct DemoPerson {
    let name: String
    let language: String
    /// The address they sign in with; nil for a member who has only a paper card.
    let email: String?
    let phone: String?
    let habit: DemoHabit
    let joins: Day
    /// The day on which they stop, for paid work or another reason, and whether they only pause.
    let leaves: (day: Day, paused: Bool)?
    /// The index of the task they come to, in ``DemoVenue/tasks(of:)``.
    let task: Int
    let spends: Bool
    /// How many adults, including the member, and children come along to an offer.
    let adults: Int
    let children: Int

    /// The person as whom they sign in, where it was recorded before they joined.
    var person: Person.ID?
    /// Their membership, once they have joined.
    var member: Member?
    /// The balance of their wallet, in minutes.
    var balance = 0
    /// How many sessions they have come to.
    var visits = 0

    /// Whether they take part on a day.
    func isHere(on day: Day) -> Bool {
        guard member != nil, joins <= day else { return false }
        return leaves.map { day < $0.day } ?? true
    }

    /// Whether they can receive or spend credits: also while they pause, but not after they have
    /// left.
    func canReceive(on day: Day) -> Bool {
        guard let leaves else { return member != nil }
        return member != nil && (day < leaves.day || leaves.paused)
    }
}

extension DemoPerson {
    /// Draws a random member.
    init(
        _ dice: inout DemoDice,
        ordinal: Int,
        joins: Day,
        days: Int,
        tasks: [Double]
    ) {
        let names = DemoNames.pick(&dice)
        let name = names.draw(&dice)
        // Some prefer the pages in English, although they speak another language at home.
        let speaksOwn = dice.happens(0.75)
        let hasEmail = dice.happens(0.55)
        let hasPhone = dice.happens(0.6)
        let habit = DemoHabit.weights[dice.index(in: DemoHabit.weights.map(\.1))].0
        let family = Self.family(&dice)
        let stays = dice.number(60...400)
        let goes = habit != .keeper && dice.happens(0.17)
        let words = Words.folded(name)
        self.init(
            name: name,
            language: speaksOwn ? names.language : "en",
            email: hasEmail ? "\(words.joined(separator: ".")).\(ordinal)@post.example" : nil,
            // A range of numbers that Ofcom reserves for drama.
            phone: hasPhone ? "07700 900\(ordinal % 900 + 100)" : nil,
            habit: habit,
            joins: joins,
            leaves: goes && stays < days ? (joins.adding(days: stays), dice.happens(0.3)) : nil,
            task: dice.index(in: tasks),
            spends: !dice.happens(habit.neverSpends),
            adults: family.adults,
            children: family.children
        )
    }

    private static func family(_ dice: inout DemoDice) -> (adults: Int, children: Int) {
        switch dice.index(in: [0.4, 0.35, 0.25]) {
        case 0: (1, 0)
        case 1: (1, dice.number(1...3))
        default: (2, dice.number(0...3))
        }
    }
}
