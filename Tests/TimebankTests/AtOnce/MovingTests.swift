internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// Two who move the same minutes at once, one of them waiting where it hurts most.
@Suite struct MovingTests {
    @Test(arguments: Backend.available)
    func `of two equal requests at once the second has the first one's answer`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(60, town.ada)
            let gift = Give(
                from: .id(town.ada.wallet.id),
                to: .id(town.bo.wallet.id),
                minutes: Minutes(60)
            )
            let (first, second) = try await town.during(gift, as: .ada, request: "same") {
                try await town.perform(gift, as: .ada, request: "same")
            }
            #expect(try first.get() == second.get())
            #expect(try await town.minutes(of: town.bo) == Minutes(60))
        }
    }

    @Test(arguments: Backend.available)
    func `a gift that waited for its turn comes after those that did not`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(120, town.ada)
            let cy = try await town.perform(AddMember(name: "Cy"), as: .coordinator)
            try await town.earn(60, cy)
            let donation = Give(from: .id(town.ada.wallet.id), to: .pot, minutes: Minutes(1))
            let (_, gifts) = try await town.during(donation, as: .ada) {
                // The first has its id before the second, and waits for the donation.
                async let slow = town.give(10, from: town.ada, to: town.bo, as: .ada)
                try await Task.sleep(for: .milliseconds(40))
                async let quick = town.give(20, from: cy, to: town.bo, as: .coordinator)
                return try await [slow, quick]
            }
            #expect(try gifts.get().count == 2)
            let lines = try await town.ask(
                StatementQuery(account: .id(town.bo.wallet.id)),
                as: .bo
            ).items
            #expect(lines.first?.balance == Minutes(30))
            let ids = lines.map(\.id)
            #expect(ids == ids.sorted(by: >) && lines.count == 2)
            try await town.verify()
        }
    }

    @Test(arguments: Backend.available)
    func `hours that two confirm at once are paid once, and the second is told why`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            for _ in 0..<4 { try await town.earn(1_440, town.bo) }
            // What is left in the allocation pays for these and no more.
            let hours = try await town.claim(240, town.ada)
            let (first, second) = try await town.during(
                ConfirmHours(hours: hours.id),
                as: .worker
            ) { try await town.perform(ConfirmHours(hours: hours.id), as: .lead) }
            #expect(try first.get().transfer.minutes == Minutes(240))
            #expect(throws: EarningRefusal.alreadyConfirmed) { try second.get() }
            #expect(try await town.minutes(of: town.ada) == Minutes(240))
        }
    }

    @Test(arguments: Backend.available)
    func `hours are confirmed or refused, never both`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            let hours = try await town.claim(60, town.ada)
            let (refused, confirmed) = try await town.during(
                RefuseHours(hours: hours.id, reason: "not there"),
                as: .worker
            ) { try await town.perform(ConfirmHours(hours: hours.id), as: .lead) }
            #expect(try refused.get().status == .refused)
            #expect(throws: EarningRefusal.alreadyRefused) { try confirmed.get() }
            #expect(try await town.minutes(of: town.ada) == .zero)
        }
    }

    @Test(arguments: Backend.available)
    func `what a colleague is confirming is left, and the rest confirmed`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            var hours: [Hours.ID] = []
            for member in [town.ada, town.bo, town.ada] {
                hours.append(try await town.claim(30, member).id)
            }
            let (one, all) = (hours[1], hours)
            let (_, many) = try await town.during(ConfirmHours(hours: one), as: .worker) {
                try await town.perform(
                    ConfirmMany(organisation: town.school.id, hours: all),
                    as: .lead
                )
            }
            #expect(try many.get().confirmed == [all[0], all[2]])
            #expect(try many.get().left == [one])
            let reversed = Array(all.reversed())
            let more = try await town.claim(30, town.bo).id
            let (_, again) = try await town.during(
                ConfirmMany(organisation: town.school.id, hours: all + [more]),
                as: .worker
            ) {
                try await town.perform(
                    ConfirmMany(organisation: town.school.id, hours: [more] + reversed),
                    as: .lead
                )
            }
            #expect(try again.get().confirmed.isEmpty)
            #expect(try again.get().left == [more] + reversed)
            try await town.verify()
        }
    }

    @Test(arguments: Backend.available)
    func `a transfer that two reverse at once is reversed once, and the second is told so`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(60, town.ada)
            let gift = try await town.give(60, from: town.ada, to: town.bo, as: .ada)
            let reversal = Reverse(transfer: gift.id, reason: "wrong person")
            let (first, second) = try await town.during(reversal, as: .coordinator) {
                try await town.perform(reversal, as: .coordinator)
            }
            #expect(try first.get().kind == .reversal)
            #expect(throws: AccountsRefusal.alreadyReversed) { try second.get() }
            #expect(try await town.minutes(of: town.ada) == Minutes(60))
        }
    }

    @Test(arguments: Backend.available)
    func `a redemption that two undo at once is undone once`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(60, town.ada)
            let ticket = try await town.redeem(1, town.ada)
            let undo = UndoRedemption(redemption: ticket.redemption.id)
            let (_, second) = try await town.during(undo, as: .till) {
                try await town.perform(undo, as: .till)
            }
            #expect(throws: AccountsRefusal.alreadyReversed) { try second.get() }
            let (_, third) = try await town.during(
                Reverse(transfer: ticket.transfer.id, reason: "again"),
                as: .coordinator
            ) { try await town.perform(undo, as: .till) }
            #expect(throws: AccountsRefusal.alreadyReversed) { try third.get() }
            #expect(try await town.minutes(of: town.ada) == Minutes(60))
        }
    }

    @Test(arguments: Backend.available)
    func `a mutual limit that changes while somebody joins holds for them too`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend, model: .mutual) { town in
            let old = town.network.policy
            let new = Policy(
                version: old.version,
                credit: old.credit,
                mutualLimit: Minutes(120),
                ceiling: old.ceiling,
                newcomerDays: old.newcomerDays,
                newcomerGifts: old.newcomerGifts,
                rounding: old.rounding,
                expiryDays: old.expiryDays
            )
            let change = ChangePolicy(policy: new)
            let number = MemberNumber("0042-X1")
            let (_, one) = try await town.during(change, as: .coordinator) {
                try await town.perform(AddMember(name: "Cy", number: number), as: .coordinator)
            }
            _ = try one.get()
            let (_, other) = try await town.during(
                AddMember(name: "Di", number: MemberNumber("0043-X1")),
                as: .coordinator
            ) {
                try await town.perform(
                    ChangePolicy(policy: old.numbered(2)),
                    as: .coordinator
                )
            }
            _ = try other.get()
            try await town.verify()
        }
    }
}

extension Town {
    /// Reads the books again from nothing.
    func verify() async throws {
        let findings = try await Verify().run(on: database)
        #expect(findings.holds, "\(findings)")
    }
}

extension Policy {
    /// The same rules as another version.
    fileprivate func numbered(_ version: Int64) -> Policy {
        Policy(
            version: version,
            credit: credit,
            mutualLimit: mutualLimit,
            ceiling: ceiling,
            newcomerDays: newcomerDays,
            newcomerGifts: newcomerGifts,
            rounding: rounding,
            expiryDays: expiryDays
        )
    }
}
