internal import Ledger

/// An invented organisation of the demo, with its opportunities and offers.
struct DemoOrganisation: Sendable {
    let slug: String
    let title: String
    let earns: Bool
    let spends: Organisation.Spends
    let tasks: [DemoTask]
    let treats: [DemoTreat]

    init(
        _ slug: String,
        _ title: String,
        spends: Organisation.Spends,
        tasks: [DemoTask] = [],
        treats: [DemoTreat] = []
    ) {
        self.slug = slug
        self.title = title
        earns = !tasks.isEmpty
        self.spends = spends
        self.tasks = tasks
        self.treats = treats
    }
}

/// An opportunity at an organisation, with one session a week.
struct DemoTask: Sendable {
    let title: String
    let details: String
    let day: Weekday
    let minutes: Int
    /// How many members choose it, relative to other tasks.
    let weight: Double

    init(
        _ title: String,
        _ details: String,
        _ day: Weekday,
        _ minutes: Int,
        weight: Double = 1
    ) {
        self.title = title
        self.details = details
        self.day = day
        self.minutes = minutes
        self.weight = weight
    }
}

/// An offer at an organisation; prices are in minutes.
struct DemoTreat: Sendable {
    let title: String
    let details: String
    let adult: Int
    let child: Int?
    /// How often it is chosen, relative to other offers; 0 for events only.
    let weight: Double

    init(_ title: String, _ details: String, adult: Int, child: Int? = nil, weight: Double = 0) {
        self.title = title
        self.details = details
        self.adult = adult
        self.child = child
        self.weight = weight
    }
}
