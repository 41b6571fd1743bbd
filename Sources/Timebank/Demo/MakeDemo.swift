package import Ledger
internal import Store

/// Makes a network of invented people with a simulated history, to look around and try things out.
///
/// The history is made day by day with the operations that everybody uses. Each is performed by a
/// person who is permitted to, at a time in the past, and has its own journal entry. The same
/// arguments give the same data, except for ids, card codes and passwords, which are drawn from the
/// system.
package struct MakeDemo: Operation {
    package let members: Int
    package let months: Int
    package let seed: UInt64
    /// The day before which everything happened; at most today.
    package let until: Day
    /// The cost of hashing the passwords; low ones are for tests.
    package var cost: PasswordCost = .standard
    /// Receives the number of days simulated so far, and of all days.
    package var progress: (@Sendable (Int, Int) -> Void)?

    package static let name = "demo.make"
    package static let access: Access = .operator
    package var subject: Subject { .installation }

    /// The slug of the network that it makes.
    package static let slug = "wisbech"

    private enum CodingKeys: String, CodingKey {
        case members, months, seed, until
    }

    /// Creates the request; the history ends before the day `until`.
    package init(
        members: Int = 171,
        months: Int = 18,
        seed: UInt64 = 1,
        until: Day,
        cost: PasswordCost = .standard,
        progress: (@Sendable (Int, Int) -> Void)? = nil
    ) {
        self.members = members
        self.months = months
        self.seed = seed
        self.until = until
        self.cost = cost
        self.progress = progress
    }

    package func run(at desk: Desk) throws -> DemoSignIns {
        let sizes: [(FieldName, Int, ClosedRange<Int64>)] = [
            ("members", members, 10...100_000), ("months", months, 1...120),
        ]
        for (field, size, range) in sizes where !range.contains(Int64(size)) {
            throw FieldRefusal.invalid(field: field, .outOfRange(range))
        }
        // Marks get journal entries of their own, so that the demo's entry names only people with a
        // role.
        desk.marks.areApart = true
        guard until <= desk.now.day else {
            throw FieldRefusal.invalid(field: "until", .inTheFuture)
        }
        // One week more, so that members who joined on the first day have been members for a month.
        let start = until.adding(days: -(months * 365 / 12 + 7))
        let network = try desk.act(
            CreateNetwork(slug: Self.slug, title: "Fenside Time Credits"),
            as: .console,
            at: start.start,
            in: nil
        )
        var town = try DemoTown(
            at: desk,
            network: network,
            seed: seed,
            members: members,
            from: start,
            until: until
        )
        for person in town.everyoneWithARole { desk.touch(person) }
        try town.play(progress ?? { _, _ in })
        return DemoSignIns(network: network.slug, signIns: try town.giveSignIns(cost))
    }
}

/// The sign-ins that a demo prints.
package struct DemoSignIns: Outcome {
    package let network: Slug
    package let signIns: [DemoSignIn]

    package var made: [Int64] { [] }

    /// Always throws, because the passwords are shown only once.
    package static func recall(_ made: [Int64], at view: View) throws -> DemoSignIns {
        throw AccessRefusal.notFound
    }
}

/// A sign-in of the demo.
package struct DemoSignIn: Hashable, Sendable {
    /// One of `operator`, `coordinator`, `funder`, `lead`, `worker`, `till`, `guardian` and
    /// `member`.
    package let role: String
    /// An e-mail address or a membership number.
    package let login: String
    package let password: String
    package let name: String
}
