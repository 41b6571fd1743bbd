internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

@testable internal import Lending

/// What a part gets by listing what it adds and by its tables saying what they are.
///
/// Nothing here or in the program names its table but the part itself.
@Suite struct LendingTests {
    @Test(arguments: Backend.available)
    func `its table is as it says, on the database`(on backend: Backend) async throws {
        try await withLending(on: backend) { lending in
            let told = Table.tool.columns.map { "\($0.name)" }
            let real = try await RealColumn.all(of: lending.town.database, on: backend)
                .filter { $0.table == "tool" }
            #expect(Set(real) == Set(RealColumn.all(told: .tool)))
            #expect(real.count == told.count)
        }
    }

    @Test(arguments: Backend.available)
    func `its store is made as its program says it should be`(on backend: Backend) async throws {
        try await withLending(on: backend) { lending in
            let differences = try await lending.town.database.differences(from: Scheme.lending.plan)
            #expect(differences == [])
        }
    }

    @Test func `its operations are known by their names`() async throws {
        try await withLending(on: .sqlite) { lending in
            let (town, ada) = (lending.town, lending.town.ada)
            let line = try Handover.line(
                OfferTool(owner: .id(ada.id), name: "Saw"),
                in: town.slug
            )
            let reply = await Handover.answer(line, by: lending.bank)
            let network = town.network
            let made: Tool = try await town.database.read { tx in
                let view = View(tx: tx, actor: .console, now: TestClock.start, network: network)
                return try Handover.outcome(reply, at: view)
            }
            #expect(made.name == "Saw")
            // A program without the part does not know it.
            let without = try await Bank(
                town.database,
                clock: { TestClock.start },
                dice: Dice { UInt64.random(in: .min ... .max) }
            )
            let other = await Handover.answer(line, by: without)
            #expect(String(decoding: other, as: UTF8.self).contains("knows no tool.offer"))
        }
    }

    @Test(arguments: Backend.available)
    func `a program that starts draws only ids larger than those of its rows`(
        on backend: Backend
    ) async throws {
        try await withLending(on: backend) { lending in
            let town = lending.town
            try await lending.lendOne()
            try await town.database.write(in: .whole) { tx in
                try tx.run("UPDATE tool SET id = id + 1000000000")
            }
            let bank = try await Bank(
                town.database,
                of: .lending,
                clock: { TestClock.start },
                dice: Dice { UInt64.random(in: .min ... .max) }
            )
            let offer = OfferTool(owner: .id(town.ada.id), name: "Ladder")
            let made = try await bank.perform(offer, in: town.slug, as: .console).outcome
            let largest = try await town.database.read { tx in
                try tx.first("SELECT MAX(id) FROM tool") { $0.integer(0) }
            }
            #expect(largest == made.id.raw)
        }
    }

    @Test(arguments: Backend.available)
    func `a copy has its rows, and equal sums`(on backend: Backend) async throws {
        try await withLending(on: backend) { lending in
            try await lending.lendOne()
            for target in Backend.available {
                try await withDatabase(on: target) { copy in
                    try await Scheme.lending.migrate(copy, on: target)
                    let read = try await Copying(of: .lending)
                        .run(from: lending.town.database, to: copy)
                    let written = try await StoreDigest.take(of: copy, in: .lending)
                    #expect(written.differences(from: read) == [])
                    #expect(read.entries.first { $0.table == "tool" }?.rows == 1)
                }
            }
        }
    }

    @Test(arguments: Backend.available)
    func `verify names what its rows name and is not there`(on backend: Backend) async throws {
        for (column, words) in [("borrower", "member"), ("before", "tool")] {
            try await withLending(on: backend) { lending in
                try await lending.lendOne()
                let verify = Verify(of: .lending)
                #expect(try await verify.run(on: lending.town.database).holds)
                try await lending.town.database.write { tx in
                    let set: SQLText = column == "borrower" ? "borrower" : "before"
                    try tx.run("UPDATE tool SET \(set) = 77")
                }
                let findings = try await verify.run(on: lending.town.database)
                let lines = findings.networks.flatMap(\.problems.first)
                #expect(lines.count == 1 && lines[0].contains("a tool: \(words) "), "\(lines)")
            }
        }
    }

    @Test(arguments: Backend.available)
    func `verify names a row of it that was changed by hand`(on backend: Backend) async throws {
        try await withLending(on: backend) { lending in
            let town = lending.town
            try await lending.lendOne()
            let verify = Verify(of: .lending)
            #expect(try await verify.run(on: town.database).holds)
            try await town.database.write(in: .whole) { tx in
                try tx.run("UPDATE tool SET owner = $1", town.bo.id)
            }
            let findings = try await verify.run(on: town.database)
            let lines = findings.networks.flatMap(\.problems.first)
            #expect(lines.count == 1, "\(lines)")
            #expect(lines.first?.hasPrefix("tool ") == true, "\(lines)")
            #expect(lines.first?.contains("not as the journal says") == true, "\(lines)")
        }
    }

    @Test(arguments: Backend.available)
    func `verify says nothing of a row of it that is gone with somebody, or in time`(
        on backend: Backend
    ) async throws {
        try await withLending(on: backend) { lending in
            try await lending.lendOne()
            try await lending.erase(lending.town.ada)
            let findings = try await Verify(of: .lending).run(on: lending.town.database)
            #expect(findings.holds, "\(findings)")
        }
    }

    @Test(arguments: Backend.available)
    func `its file goes out and comes in, and the network is equal`(
        on backend: Backend
    ) async throws {
        let (first, kinds) = (Files(), Scheme.lending.importedFiles)
        #expect(kinds.map(\.name).firstIndex(of: "tools") == kinds.count - 1)
        try await withLending(on: backend) { lending in
            try await lending.lendOne()
            try await lending.export(to: first)
            let texts = first.texts
            let row = ",Saw,\(lending.town.bo.number),Mind your fingers\r\n"
            #expect(texts["tools.csv"]?.hasSuffix(row) == true)
            #expect(texts["README.txt"]?.contains("--kind tools tools.csv") == true)
            #expect(texts["dictionary.csv"]?.contains("tools.csv,borrower,") == true)
        }
        let later = TestClock(TestClock.start + .seconds(3_600))
        try await withBank(on: backend, of: .lending, clock: later) { bank, database in
            let slug = try await bank.perform(
                CreateNetwork(slug: "wisbech", title: "Wisbech"),
                as: .console
            ).outcome.slug
            for kind in kinds {
                for isAgain in [false, true] {
                    let text = try #require(first.texts[kind.file])
                    let report = try await bank.bring(
                        ImportFile(kind, name: kind.file) {
                            CSVReader.source(of: Array(text.utf8))
                        },
                        into: slug,
                        as: .console
                    )
                    #expect(report.problems.isEmpty, "\(kind): \(report.problems)")
                    if isAgain { #expect(report.added == 0, "\(kind)") }
                }
            }
            let second = Files()
            _ = try await bank.report(
                ExportNetwork(to: second.folder, of: .lending),
                in: slug,
                as: .console
            )
            for kind in kinds { #expect(second.texts[kind.file] == first.texts[kind.file]) }
            let findings = try await Verify(of: .lending).run(on: database)
            #expect(findings.holds, "\(findings)")
            // What goes with somebody, or in time, may leave its reference behind.
            try await database.write(in: .whole) { try $0.run("DELETE FROM tool") }
            #expect(try await Verify(of: .lending).run(on: database).holds)
        }
    }

    @Test(arguments: Backend.available)
    func `somebody erased leaves no word in it`(on backend: Backend) async throws {
        try await withLending(on: backend) { lending in
            let town = lending.town
            try await lending.lendOne()
            try await lending.erase(town.bo)
            let kept = try await town.database.read { tx in
                try tx.all("SELECT name, borrower, message FROM tool") {
                    ($0.text(0), $0.isNull(1), $0.isNull(2))
                }
            }
            #expect(kept.count == 1)
            #expect(kept.first?.0 == "Saw")
            #expect(kept.first?.1 == true && kept.first?.2 == true)
            try await lending.erase(town.ada)
            let left = try await town.database.read { tx in
                try tx.first("SELECT COUNT(*) FROM tool") { $0.integer(0) }
            }
            #expect(left == 0)
        }
    }

    @Test(arguments: Backend.available)
    func `its rows are forgotten when it says so`(on backend: Backend) async throws {
        try await withLending(on: backend) { lending in
            let database = lending.town.database
            try await lending.lendOne()
            for (ago, left) in [(Duration.seconds(30), Int64(1)), (.seconds(61), 0)] {
                try await database.write { tx in
                    try tx.run("UPDATE tool SET lost_at = $1", TestClock.start - ago)
                }
                try await Maintenance(lending.bank).forget()
                let count = try await database.read { tx in
                    try tx.first("SELECT COUNT(*) FROM tool") { $0.integer(0) }
                }
                #expect(count == left)
            }
        }
    }

    @Test func `who is about another network sees nothing of it, and may only do what it says`()
        async throws
    {
        try await withLending(on: .postgres) { lending in
            let (database, network) = (lending.town.database, lending.town.network.id.raw)
            try await lending.lendOne()
            for (scope, count) in [(Scope.only(network), Int64(1)), (.only(7), 0), (.whole, 1)] {
                let seen = try await database.read(in: scope) { tx in
                    try tx.first("SELECT COUNT(*) FROM tool") { $0.integer(0) }
                }
                #expect(seen == count)
            }
            await #expect(throws: StoreError.self) {
                try await database.write(in: .only(network)) { tx in
                    _ = try tx.change("TRUNCATE tool")
                }
            }
        }
    }
}

/// A town whose program has the part, and its store the table.
private struct LendingTown {
    let town: Town

    var bank: Bank { town.bank }

    /// Ada offers a saw, and Bo borrows it.
    func lendOne() async throws {
        let tool = try await bank.perform(
            OfferTool(owner: .id(town.ada.id), name: "Saw"),
            in: town.slug,
            as: town.who(.ada)
        ).outcome
        _ = try await bank.perform(
            LendTool(tool: tool.id, borrower: .id(town.bo.id), message: "Mind your fingers"),
            in: town.slug,
            as: town.who(.ada)
        )
    }

    func export(to files: Files) async throws {
        _ = try await bank.report(
            ExportNetwork(to: files.folder, of: .lending),
            in: town.slug,
            as: .console
        )
    }

    func erase(_ member: Member) async throws {
        _ = try await bank.perform(
            EraseMember(member: .id(member.id)),
            in: town.slug,
            as: town.who(.coordinator)
        )
    }
}

private func withLending(
    on backend: Backend,
    _ body: (LendingTown) async throws -> Void
) async throws {
    try await withTown(on: backend, of: .lending) { try await body(LendingTown(town: $0)) }
}
