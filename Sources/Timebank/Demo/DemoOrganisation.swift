internal import Ledger

/// An invented organisation of the demo, with what there is to do and to enjoy.
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

/// Something that is done at a venue once a week.
struct DemoTask: Sendable {
    let title: String
    let details: String
    let day: Weekday
    let minutes: Int
    /// How many people come, beside the others.
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

/// Something to enjoy at a venue.
struct DemoTreat: Sendable {
    let title: String
    let details: String
    let adult: Int
    let child: Int?
    /// How often it is chosen, beside the others.
    let weight: Double

    init(_ title: String, _ details: String, adult: Int, child: Int? = nil, weight: Double = 0) {
        self.title = title
        self.details = details
        self.adult = adult
        self.child = child
        self.weight = weight
    }
}
