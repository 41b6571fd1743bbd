internal import Ledger

/// The people who work for the demo's network and its organisations.
struct DemoStaff {
    let coordinator: Person.ID
    let lead: Person.ID
    let worker: Person.ID
    let till: Person.ID
    let guardian: Person.ID
    /// Everyone whose sign-in is printed, except the members.
    let printed: [(DemoCast.Part, Person.ID)]

    /// Records these people and their roles for the installation and the network.
    init(at desk: Desk) throws {
        let parts = [
            DemoCast.theOperator, DemoCast.coordinator, DemoCast.funder, DemoCast.lead,
            DemoCast.worker, DemoCast.till, DemoCast.guardian,
        ]
        let printed = try parts.map { part in
            (part, try desk.newPerson(name: part.name, login: part.login, language: "en").id)
        }
        self.printed = printed
        coordinator = printed[1].1
        lead = printed[3].1
        worker = printed[4].1
        till = printed[5].1
        guardian = printed[6].1
        try desk.appoint(operator: printed[0].1)
        try desk.appoint(coordinator, .coordinator)
        try desk.appoint(printed[2].1, .funder)
        try desk.writeMarks()
    }
}

/// An organisation of the demo, once it is recorded in the network.
struct DemoVenue {
    /// A claim that waits to be confirmed; `who` is an index in ``DemoTown/people``.
    struct Waiting {
        let hours: Hours.ID
        let who: Int
        let minutes: Int
        let day: Day
    }

    let spec: DemoOrganisation
    let organisation: Organisation
    let opportunities: [Opportunity.ID]
    let offers: [Offer]
    /// The person who enters and confirms hours.
    let worker: Person.ID
    /// The person who accepts credits.
    let till: Person.ID
    /// The weekday on which claims are confirmed.
    let officeDay: Weekday
    /// The balance of its allocation, in minutes.
    var allocation: Int
    var waiting: [Waiting] = []

    /// Records an organisation with its staff, opportunities and offers.
    init(
        _ spec: DemoOrganisation,
        at desk: Desk,
        network: Network,
        staff: DemoStaff,
        _ moment: Instant
    ) throws {
        let seat = desk.seat(as: .console, at: moment, in: network)
        let made = try desk.act(
            AddOrganisation(
                title: spec.title,
                slug: spec.slug,
                earns: spec.earns,
                spends: spec.spends
            ),
            as: .console,
            at: moment,
            in: network
        )
        self.spec = spec
        organisation = made
        opportunities = try spec.tasks.map { try seat.putUp($0, at: made.id) }
        offers = try spec.treats.map { try seat.putUp($0, at: made.id) }
        if spec.slug == DemoOrganisation.schoolSlug {
            try seat.appoint(staff.lead, .lead, at: made.id)
            worker = staff.worker
        } else {
            let name = "Staff of \(spec.title)"
            worker = try seat.newPerson(name: name, login: nil, language: "en").id
        }
        try seat.appoint(worker, spec.earns ? .worker : .lead, at: made.id)
        if spec.slug == DemoOrganisation.cinemaSlug {
            till = staff.till
            try seat.appoint(till, .till, at: made.id)
        } else {
            till = worker
        }
        officeDay = spec.slug == DemoOrganisation.schoolSlug ? .wednesday : .friday
        allocation = spec.earns ? Int(AddOrganisation.startingAllocation.count) : 0
    }

    /// All tasks, each as the index of its organisation and of the task there.
    static func tasks(of venues: [DemoVenue]) -> [(venue: Int, task: Int)] {
        venues.enumerated().flatMap { index, venue in
            venue.spec.tasks.indices.map { (index, $0) }
        }
    }
}

extension Desk {
    fileprivate func putUp(
        _ task: DemoTask,
        at venue: Organisation.ID
    ) throws -> Opportunity.ID {
        let asked = AddOpportunity(
            organisation: venue,
            title: task.title,
            details: task.details,
            minutes: Minutes(Int64(task.minutes))
        )
        return try act(asked, as: actor, at: now, in: here).id
    }

    fileprivate func putUp(_ treat: DemoTreat, at venue: Organisation.ID) throws -> Offer {
        let asked = AddOffer(
            organisation: venue,
            title: treat.title,
            details: treat.details,
            adult: Minutes(Int64(treat.adult)),
            child: treat.child.map { Minutes(Int64($0)) }
        )
        return try act(asked, as: actor, at: now, in: here)
    }
}
