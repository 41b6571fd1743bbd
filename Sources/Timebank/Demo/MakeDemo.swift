package import Ledger
internal import Store

/// Makes a network of invented people with a history, to look around in and to try things out.
///
/// It is played day by day through the operations that everybody uses, each by somebody who may,
/// at a moment of the past, and with a row of its own in the journal. The same seed and end give
/// the same data but for ids, card codes and passwords, which are drawn when they are recorded.
package struct MakeDemo: Operation {
    package let members: Int
    package let months: Int
    package let seed: UInt64
    /// The day before which everything happened; not later than today.
    package let until: Day
    /// How hard its passwords are to guess; cheap ones are for tests.
    package var cost: PasswordCost = .standard
    /// Is told how many days of how many have been played.
    package var progress: (@Sendable (Int, Int) -> Void)?

    package static let name = "demo.make"
    package static let access: Access = .operator
    package var subject: Subject { .installation }

    /// The short name of the network it makes.
    package static let slug = "wisbech"

    private enum CodingKeys: String, CodingKey {
        case members, months, seed, until
    }

    /// A demo of so many members and months that ends before a day.
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
        // Its own row names only who has a role.
        desk.marks.areApart = true
        guard until <= desk.now.day else {
            throw FieldRefusal.invalid(field: "until", .inTheFuture)
        }
        // A week more, so that whoever came at the beginning has been here for a month.
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

/// Who can sign in to the demo, and with what.
package struct DemoSignIns: Outcome {
    package let network: Slug
    package let signIns: [DemoSignIn]

    package var made: [Int64] { [] }

    /// Passwords are told once and cannot be told again.
    package static func recall(_ made: [Int64], at view: View) throws -> DemoSignIns {
        throw AccessRefusal.notFound
    }
}

/// One sign-in of the demo.
package struct DemoSignIn: Hashable, Sendable {
    /// `operator`, `coordinator`, `funder`, `lead`, `worker`, `till`, `guardian` or `member`.
    package let role: String
    /// An e-mail address or a membership number.
    package let login: String
    package let password: String
    package let name: String
}
