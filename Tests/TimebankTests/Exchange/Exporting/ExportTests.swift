internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// What goes out comes in again, and is equal.
@Suite struct ExportTests {
    /// What no other network can have: the record of what was done on this server and its seals,
    /// and what explains the files.
    static let records: Set<String> = [
        "journal.csv", "seals.csv", "journal_seals.csv", "dictionary.csv", "README.txt",
    ]

    @Test(arguments: Backend.available)
    func `whatever is exported can be brought in, but for the record that a server keeps`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let files = try await Village(
                bank: town.bank,
                database: town.database,
                network: town.network
            ).export()
            let kinds = Set(Scheme.standard.importedFiles.map(\.file))
            #expect(Set(files.keys) == kinds.union(Self.records))
            let readme = try #require(files["README.txt"])
            let commands = readme.matches(of: /--kind (\w+) (\w+)\.csv\n/).map { String($0.1) }
            #expect(commands == Scheme.standard.importedFiles.map(\.name))
        }
    }

    @Test(arguments: Seeds.some + [17889386640874369685], Backend.available)
    func `a network that is exported and imported is equal`(
        seed: UInt64,
        on backend: Backend
    ) async throws {
        let first = try await withTown(
            on: backend,
            model: seed.isMultiple(of: 2) ? .credits : .mutual
        ) { town in
            var random = SeededGenerator(seed: seed)
            try await arrange(town)
            try await live(in: town, &random)
            try await town.giveRoles()
            try await town.perform(
                EditOrganisation(organisation: town.cinema.id, isOpen: false),
                as: .coordinator
            )
            return try await Village(
                bank: town.bank,
                database: town.database,
                network: town.network
            ).export()
        }
        // Later, as a move is: at the same moment it would draw the very ids that the files name.
        let later = TestClock(TestClock.start + .seconds(3_600))
        try await withVillage(
            on: backend,
            slug: "wisbech",
            model: seed.isMultiple(of: 2) ? .credits : .mutual,
            clock: later
        ) { village in
            for kind in Scheme.standard.importedFiles {
                let file = try #require(first[kind.file])
                #expect(file.split(separator: "\r\n").count > 1, "\(kind) has no rows")
                let report = try await village.bring(file, as: kind)
                #expect(report.complaints == [], "\(kind): \(report.problems.shown)")
            }
            #expect(try await Verify().run(on: village.database).holds)
            let second = try await village.export()
            for kind in Scheme.standard.importedFiles {
                let name = kind.file
                #expect(second[name] == first[name], "\(kind), seed \(seed)")
                let file = try #require(first[name])
                #expect(try await village.bring(file, as: kind).added == 0)
            }
            #expect(first["transfers.csv"]?.contains("\r\n") ?? false)
        }
    }

    @Test(arguments: Backend.available)
    func `an export can be brought into the network it came from`(on backend: Backend) async throws
    {
        try await withTown(on: backend) { town in
            var random = SeededGenerator(seed: 3)
            try await live(in: town, &random)
            try await town.giveRoles()
            let village = Village(bank: town.bank, database: town.database, network: town.network)
            let files = try await village.export()
            for kind in Scheme.standard.importedFiles {
                let file = try #require(files[kind.file])
                let report = try await village.bring(file, as: kind)
                #expect(report.complaints == [] && report.added == 0, "\(kind)")
            }
            let again = try await village.export()
            for (name, text) in files where !Self.records.contains(name) {
                #expect(again[name] == text, "\(name)")
            }
        }
    }

    @Test(arguments: Backend.available)
    func `every column of every file is explained`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            let files = try await Village(
                bank: town.bank,
                database: town.database,
                network: town.network
            ).export()
            let dictionary = try #require(files["dictionary.csv"])
            for (name, text) in files where name.hasSuffix(".csv") && name != "dictionary.csv" {
                let header = text.prefix { !$0.isNewline }
                for column in header.split(separator: ",") {
                    #expect(dictionary.contains("\(name),\(column),"), "\(name), \(column)")
                }
            }
            #expect(files["README.txt"] != nil)
        }
    }

    @Test(arguments: Backend.available)
    func `an export tells whom to ask for help, and who was at the till for somebody`(
        on backend: Backend
    )
        async throws
    {
        try await withTown(on: backend) { town in
            let village = Village(bank: town.bank, database: town.database, network: town.network)
            let header = "slug,name,model,zone,language,contact,last_number,made"
            let silent = try #require(try await village.export()["network.csv"])
            #expect(silent.hasPrefix(header) && silent.contains(",en,,"))
            try await town.perform(
                SetContact(words: "Ask Sam, Tuesdays\nat the library"),
                as: .coordinator
            )
            try await town.earn(60, town.bo)
            let guardian = try await town.person(.guardian)
            try await town.perform(
                Redeem(
                    offer: town.offer.id,
                    card: town.bo.number,
                    adults: 1,
                    children: 0,
                    guardian: guardian.description
                ),
                as: .till
            )
            let files = try await village.export()
            let network = try #require(files["network.csv"])
            #expect(network.contains("\"Ask Sam, Tuesdays\nat the library\""))
            #expect(files["redemptions.csv"]?.contains(",60,?,guardian,") ?? false)
        }
    }

    @Test(arguments: Backend.available)
    func `of somebody erased only the wallet is told`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            try await town.perform(
                GrantAllocation(organisation: town.school.id, minutes: Minutes(600)),
                as: .operator
            )
            let village = Village(bank: town.bank, database: town.database, network: town.network)
            try await village.bring(rows: [
                "1,2026-01-01T10:00:00Z,allocation:school,member:\(town.ada.number),60,earn,"
            ])
            try await town.database.write { tx in
                try tx.run(
                    "UPDATE member SET name = '', status = 'erased' WHERE id = $1",
                    town.ada.id
                )
            }
            let files = try await village.export()
            #expect(files["transfers.csv"]?.contains("wallet:\(town.ada.wallet.id)") ?? false)
            for text in files.values { #expect(!text.contains(town.ada.number)) }
            let first = try #require(files["transfers.csv"])
            try await withVillage(on: backend) { (other: Village) async throws in
                #expect(try await other.bring(first).complaints == [])
                #expect(try await other.export()["transfers.csv"] == first)
                #expect(try await other.bring(first).added == 0)
            }
        }
    }

    /// Whom to ask for help, and rules in three versions.
    private func arrange(_ town: Town) async throws {
        try await town.perform(SetContact(words: "Ask Sam,\n=Tuesdays"), as: .coordinator)
        for version: Int64 in 1...2 {
            let rules = Policy(
                version: version,
                credit: Minutes(60),
                mutualLimit: Minutes(600),
                ceiling: version == 1 ? nil : Minutes(100_000),
                newcomerDays: 30 + version,
                newcomerGifts: Minutes(6_000),
                rounding: Minutes(1),
                expiryDays: nil
            )
            try await town.perform(ChangePolicy(policy: rules), as: .coordinator)
        }
    }

    /// Some months in a town: hours, films, gifts, reversals, awkward words.
    private func live(in town: Town, _ random: inout SeededGenerator) async throws {
        let words = ["", "thanks", "=1+1", "'=x", "two\nlines", "Zażółć, \"gęślą\"", "'", "a;b\tc"]
        for step in 0..<60 {
            let minutes = Minutes(Int64.random(in: 1...300, using: &random))
            let word = words[Int.random(in: 0..<words.count, using: &random)]
            let act = Int.random(in: 0..<7, using: &random)
            // What a rule refuses has not happened, which is part of life.
            do {
                switch act {
                case 0, 1: try await earn(in: town, minutes, ago: step, word)
                case 2: try await redeem(in: town)
                case 3, 4: try await give(in: town, minutes, word)
                case 5: try await donate(in: town, minutes, word)
                default: try await reverseLast(in: town)
                }
            } catch is any Refusal { continue }
        }
    }

    private func earn(in town: Town, _ minutes: Minutes, ago: Int, _ word: String) async throws {
        let claim = try await town.perform(
            ClaimHours(
                opportunity: town.opportunity.id,
                member: .id(town.ada.id),
                day: TestClock.start.day.adding(days: -ago),
                minutes: minutes,
                note: word
            ),
            as: .ada
        )
        try await town.perform(ConfirmHours(hours: claim.hours.id), as: .worker)
    }

    private func redeem(in town: Town) async throws {
        try await town.perform(
            Redeem(offer: town.offer.id, card: town.ada.number, adults: 1, children: 1),
            as: .till
        )
    }

    private func give(in town: Town, _ minutes: Minutes, _ word: String) async throws {
        try await town.perform(
            Give(
                from: .id(town.ada.wallet.id),
                to: .id(town.bo.wallet.id),
                minutes: minutes,
                memo: word
            ),
            as: .ada
        )
    }

    private func donate(in town: Town, _ minutes: Minutes, _ word: String) async throws {
        try await town.perform(
            Give(from: .id(town.bo.wallet.id), to: .pot, minutes: minutes, memo: word),
            as: .bo
        )
    }

    private func reverseLast(in town: Town) async throws {
        let last = try await town.database.read { tx in
            try tx.first(
                "SELECT id FROM transfer ORDER BY id DESC LIMIT 1",
                as: { Transfer.ID(raw: $0.integer(0)) }
            )
        }
        guard let last else { return }
        try await town.perform(Reverse(transfer: last, reason: "a mistake"), as: .coordinator)
    }
}
