internal import Ledger

/// How somebody takes part in the demo.
enum DemoHabit: CaseIterable {
    /// One of those whose sign-in is printed: comes often, and never runs out.
    case printed
    /// Comes nearly every week and lets it pile up.
    case keeper
    case regular
    case occasional
    /// Came once or twice.
    case passing

    /// Of those who are not printed, how large a part each habit has.
    static let weights: [(DemoHabit, Double)] = [
        (.keeper, 0.05), (.regular, 0.22), (.occasional, 0.45), (.passing, 0.28),
    ]

    /// How likely somebody comes to a session.
    var comes: Double {
        switch self {
        case .printed: 0.2
        case .keeper: 0.7
        case .regular: 0.3
        case .occasional: 0.075
        case .passing: 0.4
        }
    }

    /// How likely somebody goes out on a day.
    var goesOut: Double {
        switch self {
        case .printed: 0.03
        case .keeper: 0.003
        case .regular: 0.035
        case .occasional: 0.02
        case .passing: 0.015
        }
    }

    /// How likely somebody is one who never spends.
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

/// A member of the demo, before and after joining.
struct DemoPerson {
    let name: String
    let language: String
    /// The address they sign in with; none for those with a paper card and nothing else.
    let email: String?
    let phone: String?
    let habit: DemoHabit
    let joins: Day
    /// When paid work or something else ends it, and whether it is a pause.
    let leaves: (day: Day, paused: Bool)?
    /// Which task they come to, by its index in the list of all tasks.
    let task: Int
    let spends: Bool
    /// Who comes along on a day out.
    let adults: Int
    let children: Int

    /// As whom they sign in, where that was decided before they joined.
    var person: Person.ID?
    /// Who they are in the network, once they have joined.
    var member: Member?
    /// What their wallet holds, in minutes.
    var balance = 0
    /// How often they came.
    var visits = 0

    /// Whether they take part on a day.
    func isHere(on day: Day) -> Bool {
        guard member != nil, joins <= day else { return false }
        return leaves.map { day < $0.day } ?? true
    }

    /// Whether they can still be given something: whoever paused can, whoever left cannot.
    func canReceive(on day: Day) -> Bool {
        guard let leaves else { return member != nil }
        return member != nil && (day < leaves.day || leaves.paused)
    }
}

extension DemoPerson {
    /// Somebody who is drawn.
    init(
        _ dice: inout DemoDice,
        ordinal: Int,
        joins: Day,
        days: Int,
        tasks: [Double]
    ) {
        let names = DemoNames.pick(&dice)
        let name = names.draw(&dice)
        // Some speak English well enough that English is what they chose.
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
            // A range of numbers that nobody will ever have.
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
