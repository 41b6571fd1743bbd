internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// What a network is and its rules, brought in from an export.
@Suite struct NetworkImportTests {
    private static let network = "name,model,zone,language,contact,last_number"
    private static let policy = """
        version,credit,mutual_limit,ceiling,newcomer_days,newcomer_gifts,rounding,expiry_days,since
        """

    @Test(arguments: Backend.available)
    func `an empty network becomes what the file says, and again adds nothing`(
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend) { village in
            let file = "\(Self.network)\nOld Town,credits,Europe/Warsaw,pl,Ask Sam,1100\n"
            #expect(try await village.bring(file, as: .network).added == 1)
            #expect(try await village.bring(file, as: .network).added == 0)
            let found = try await village.bank.ask(
                NetworkQuery(),
                in: village.network.slug,
                as: .console
            )
            #expect(found.name == "Old Town" && found.zone == "Europe/Warsaw")
            #expect(found.language == "pl")
            let told = try await village.bank.ask(
                ContactQuery(),
                in: village.network.slug,
                as: .console
            )
            #expect(told == "Ask Sam")
            let next = try await village.bank.perform(
                AddMember(name: "Ada Nowak"),
                in: village.network.slug,
                as: .console
            ).outcome
            #expect(next.number.hasPrefix("1101"))
        }
    }

    @Test(arguments: Backend.available)
    func `a rule of an older export that nothing follows is left out, and that is said`(
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend) { village in
            let file = "\(Self.policy)\n1,60,600,,30,300,1,365,2026-03-01T10:30:00Z\n"
            let report = try await village.bring(file, as: .policy)
            #expect(report.added == 1 && report.problems.isEmpty)
            #expect(
                report.dropped.shown.map { "\($0.line) \($0.column ?? "") \($0.value)" }
                    == ["2 expiry_days 365"]
            )
            let rules = try await village.bank.ask(
                PoliciesQuery(),
                in: village.network.slug,
                as: .console
            )
            #expect(rules[0].policy.expiryDays == nil)
            #expect(rules[0].policy.newcomerGifts == Minutes(300))
            let again = try await village.bring(file, as: .policy)
            #expect(again.added == 0 && again.problems.isEmpty && again.dropped.count == 1)
            // A store of that version knows the rule and has nothing to add either.
            try await village.keepOldExpiry()
            let old = try await village.bring(file, as: .policy)
            #expect(old.added == 0 && old.problems.isEmpty)
        }
    }

    @Test(arguments: Backend.available)
    func `once credits have moved a file changes nothing that was entered`(
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend) { village in
            try await move(in: village)
            for (row, column) in [
                ("Old Town,,,,,", "name"), ("Fenside,mutual,,,,", "model"),
                ("Fenside,,Europe/Warsaw,,,", "zone"), ("Fenside,,,pl,,", "language"),
            ] {
                let report = try await village.bring("\(Self.network)\n\(row)\n", as: .network)
                #expect(report.complaints == ["2 \(column) differs"])
            }
            let told = "\(Self.network)\nFenside,,,,Ask Sam,\n"
            #expect(try await village.bring(told, as: .network).added == 1)
            let other = "\(Self.network)\nFenside,,,,Ask Jo,\n"
            #expect(
                try await village.bring(other, as: .network).complaints == ["2 contact differs"]
            )
        }
    }

    @Test(arguments: Backend.available)
    func `rules come in version after version, and none may be left out`(
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend, model: .mutual) { village in
            let since = "2025-01-01T10:00:00Z"
            let one = "1,60,300,,30,600,1,,\(since)", two = "2,60,120,900,30,600,15,,\(since)"
            let file = "\(Self.policy)\n\(one)\n\(two)\n"
            #expect(try await village.bring(file, as: .policy).added == 2)
            #expect(try await village.bring(file, as: .policy).added == 0)
            let rules = try await village.bank.ask(
                PoliciesQuery(),
                in: village.network.slug,
                as: .console
            )
            #expect(rules.map(\.policy.version) == [2, 1])
            #expect(rules.map(\.policy.mutualLimit) == [Minutes(120), Minutes(300)])
            #expect(rules.map(\.since.rfc3339) == [since, since])
            let late = "\(Self.policy)\n4,60,120,900,30,600,15,,\(since)\n"
            #expect(
                try await village.bring(late, as: .policy).complaints
                    == ["2 version version-missing"]
            )
            #expect(try await Verify().run(on: village.database).holds)
        }
    }

    @Test(arguments: Backend.available)
    func `rules under which credits have moved stay as they were`(on backend: Backend) async throws
    {
        try await withVillage(on: backend) { village in
            try await move(in: village)
            let file = "\(Self.policy)\n1,30,600,,30,600,1,,\n"
            #expect(
                try await village.bring(file, as: .policy).complaints == ["2 credit differs"]
            )
        }
    }

    @Test(arguments: Backend.available)
    func `rules that nobody could live by name their cell`(on backend: Backend) async throws {
        try await withVillage(on: backend) { village in
            let rows = [
                "0,60,600,,30,600,1,,", "1,0,600,,30,600,1,,", "1,60,x,,30,600,1,,",
                "1,60,600,0,30,600,1,,", "1,60,600,,9999,600,1,,", "1,60,600,,30,600,,,",
            ]
            let file = ([Self.policy] + rows).joined(separator: "\n") + "\n"
            let report = try await village.bring(file, as: .policy)
            #expect(
                report.complaints == [
                    "3 credit invalid", "4 mutual_limit amount-out-of-range", "5 ceiling invalid",
                    "6 newcomer_days invalid", "7 rounding missing",
                ]
            )
        }
    }

    /// The first credits move.
    private func move(in village: Village) async throws {
        let report = try await village.bring(rows: [
            "1,2026-01-01T10:00:00Z,issuance,allocation:school,60,issue,"
        ])
        #expect(report.added == 1)
    }
}

extension Village {
    /// Gives the first rules what an older version let people set.
    fileprivate func keepOldExpiry() async throws {
        let network = network.id
        let since = Instant(rfc3339: "2026-03-01T10:30:00Z")
        try await database.write { tx in
            try tx.run("DELETE FROM policy WHERE network = $1", network)
            try tx.run(
                """
                INSERT INTO policy (network, version, credit, mutual_limit, newcomer_days,
                    newcomer_gifts, rounding, expiry_days, since)
                VALUES ($1, 1, 60, 600, 30, 300, 1, 365, $2)
                """,
                network,
                since
            )
        }
    }
}
