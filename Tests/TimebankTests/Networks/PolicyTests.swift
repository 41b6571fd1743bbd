internal import Ledger
internal import Store
internal import Support
internal import Testing
@testable internal import Timebank

@Suite struct PolicyTests {
    @Test(arguments: Backend.available)
    func `a change of the rules is a new version, with its moment and its row in the journal`(
        on backend: Backend
    ) async throws {
        let clock = TestClock()
        try await withTown(on: backend, clock: clock) { town in
            clock.advance(.seconds(60))
            let changed = try await town.perform(
                ChangePolicy(policy: Policy.new.with(newcomerGifts: 300)),
                as: .coordinator
            )
            #expect(changed.policy.version == 2 && changed.since == clock.now)
            let all = try await town.ask(PoliciesQuery(), as: .ada)
            #expect(all.map(\.policy.version) == [2, 1])
            #expect(all.map(\.policy.newcomerGifts) == [Minutes(300), Minutes(600)])
            #expect(all.last?.since == TestClock.start)
            #expect(try await town.ask(NetworkQuery(), as: .ada).policy == changed.policy)
            let entry = try #require(try await town.journal("policy.change"))
            #expect(try await town.person(.coordinator) == entry.actor)
            #expect(entry.subjects == [town.network.id.raw])
        }
    }

    @Test(arguments: Backend.available)
    func `new rules hold from then on, and what was done before stays`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(400, town.ada)
            try await town.give(300, from: town.ada, to: town.bo, as: .ada)
            _ = try await town.perform(
                ChangePolicy(policy: Policy.new.with(ceiling: 320, newcomerGifts: 310)),
                as: .coordinator
            )
            await #expect(throws: GivingRefusal.giftLimit(left: Minutes(10))) {
                try await town.give(11, from: town.ada, to: town.bo, as: .ada)
            }
            await #expect(throws: AccountsRefusal.overCeiling(ceiling: Minutes(320))) {
                try await town.earn(21, town.bo)
            }
            try await town.earn(20, town.bo)
            #expect(try await town.minutes(of: town.bo) == Minutes(320))
            #expect(try await town.minutes(of: town.ada) == Minutes(100))
        }
    }

    @Test(arguments: Backend.available)
    func `of two who change the rules at once, the second looks again`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let changed = await several(6) { number in
                try await town.perform(
                    ChangePolicy(policy: Policy.new.with(newcomerGifts: Int64(number))),
                    as: .coordinator
                )
            }
            #expect(changed.map(\.policy.version) == [2])
            await #expect(throws: Policy.Fields.version.refusal(.taken)) {
                try await town.perform(ChangePolicy(policy: .new), as: .coordinator)
            }
            let versions = try await town.ask(PoliciesQuery(), as: .coordinator)
            #expect(versions.count == 2)
        }
    }

    @Test(arguments: Backend.available)
    func `the same change sent twice is one version`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            let change = ChangePolicy(policy: Policy.new.with(ceiling: 900))
            let first = try await town.perform(change, as: .coordinator, request: "k")
            let again = try await town.perform(change, as: .coordinator, request: "k")
            #expect(first == again)
            let versions = try await town.ask(PoliciesQuery(), as: .coordinator)
            #expect(versions.count == 2)
        }
    }

    @Test(arguments: Backend.available)
    func `a new limit of a mutual network holds for every wallet, new and old`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend, model: .mutual) { town in
            try await town.give(500, from: town.ada, to: town.bo, as: .ada)
            _ = try await town.perform(
                ChangePolicy(policy: Policy.new.with(mutualLimit: 100)),
                as: .coordinator
            )
            await #expect(throws: AccountsRefusal.notEnoughCredits(left: .zero, needed: Minutes(1)))
            {
                try await town.give(1, from: town.ada, to: town.bo, as: .ada)
            }
            try await town.give(450, from: town.bo, to: town.ada, as: .bo)
            try await town.give(50, from: town.ada, to: town.bo, as: .ada)
            #expect(try await town.minutes(of: town.ada) == Minutes(-100))
            let cy = try await town.perform(AddMember(name: "Cy"), as: .coordinator)
            await #expect(
                throws: AccountsRefusal.notEnoughCredits(left: Minutes(100), needed: Minutes(101))
            ) {
                try await town.give(101, from: cy, to: town.bo, as: .coordinator)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `rules that nothing follows are refused`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            for (policy, field) in [
                (Policy.new.with(expiryDays: 365), Policy.Fields.expiryDays.name),
                // Nobody goes below zero in a network of credits.
                (.new.with(mutualLimit: 300), Policy.Fields.mutualLimit.name),
            ] {
                await #expect(throws: FieldRefusal.invalid(field: field, .withoutEffect)) {
                    try await town.perform(ChangePolicy(policy: policy), as: .coordinator)
                }
            }
            await #expect(throws: Policy.Fields.expiryDays.refusal(.withoutEffect)) {
                try await town.bank.perform(
                    CreateNetwork(
                        slug: "ely",
                        title: "Ely",
                        policy: Policy.new.with(expiryDays: 365)
                    ),
                    as: .console
                )
            }
            let versions = try await town.ask(PoliciesQuery(), as: .ada)
            #expect(versions.map(\.policy) == [.new])
        }
    }

    @Test(arguments: Backend.available)
    func `a rule of an older version that nothing follows ends with the next change`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.keepOldExpiry()
            let old = try await town.ask(PoliciesQuery(), as: .coordinator)[0].policy
            #expect(old.expiryDays == 365)
            await #expect(throws: Policy.Fields.expiryDays.refusal(.withoutEffect)) {
                try await town.perform(ChangePolicy(policy: old), as: .coordinator)
            }
            let new = try await town.perform(
                ChangePolicy(policy: old.followed),
                as: .coordinator
            )
            #expect(new.policy.version == 3 && new.policy.expiryDays == nil)
        }
    }

    @Test(arguments: Backend.available)
    func `rules that nobody could live by are refused, and by whom they may not be changed`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            for (policy, field, range) in [
                (Policy.new.with(credit: 0), "credit", Minutes(1)...Minutes(1_000_000)),
                (.new.with(ceiling: 0), "ceiling", Minutes.movable),
                (.new.with(mutualLimit: -1), "mutualLimit", .zero...Minutes(1_000_000)),
                (.new.with(rounding: 0), "rounding", Minutes(1)...Minutes(1_440)),
                (
                    .new.with(newcomerGifts: -1), "newcomerGifts",
                    .zero...Minutes.movable.upperBound
                ),
            ] {
                await #expect(
                    throws: FieldRefusal.invalid(field: FieldName(field), .amountOutOfRange(range))
                ) {
                    try await town.perform(ChangePolicy(policy: policy), as: .coordinator)
                }
                await #expect(
                    throws: FieldRefusal.invalid(field: FieldName(field), .amountOutOfRange(range))
                ) {
                    try await town.bank.perform(
                        CreateNetwork(slug: "ely", title: "Ely", policy: policy),
                        as: .console
                    )
                }
            }
            for role in [Town.Role.ada, .lead, .funder, .guardian] {
                await #expect(throws: AccessRefusal.notAllowed) {
                    try await town.perform(ChangePolicy(policy: .new), as: role)
                }
            }
            let versions = try await town.ask(PoliciesQuery(), as: .ada)
            #expect(versions.count == 1)
        }
    }
}

extension Town {
    /// Gives the rules what an older version let people set.
    fileprivate func keepOldExpiry() async throws {
        let network = network.id
        try await database.write { tx in
            try tx.run(
                """
                INSERT INTO policy (network, version, credit, mutual_limit, newcomer_days,
                    newcomer_gifts, rounding, expiry_days, since)
                VALUES ($1, 2, 60, 600, 30, 600, 1, 365, 0)
                """,
                network
            )
            try tx.run("UPDATE network SET policy = 2 WHERE id = $1", network)
        }
    }
}

extension Policy {
    /// These rules with others in the place of some.
    fileprivate func with(
        credit: Int64? = nil,
        mutualLimit: Int64? = nil,
        ceiling: Int64? = nil,
        newcomerGifts: Int64? = nil,
        rounding: Int64? = nil,
        expiryDays: Int64? = nil
    ) -> Policy {
        Policy(
            version: version,
            credit: credit.map { Minutes($0) } ?? self.credit,
            mutualLimit: mutualLimit.map { Minutes($0) } ?? self.mutualLimit,
            ceiling: ceiling.map { Minutes($0) } ?? self.ceiling,
            newcomerDays: newcomerDays,
            newcomerGifts: newcomerGifts.map { Minutes($0) } ?? self.newcomerGifts,
            rounding: rounding.map { Minutes($0) } ?? self.rounding,
            expiryDays: expiryDays ?? self.expiryDays
        )
    }
}
