internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// Organisations, members, opportunities, offers and hours.
@Suite struct RowImportTests {
    let organisations =
        "slug,name,earns,spends\nschool,Orchard Lane,yes,no\ncinema,Film,no,corporate\n"

    @Test(arguments: Backend.available)
    func `an organisation that is imported has nothing to issue yet`(
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend) { village in
            #expect(try await village.bring(organisations, as: .organisations).added == 2)
            #expect(try await village.minutes("allocation:school") == 0)
            #expect(try await village.bring(organisations, as: .organisations).added == 0)
            let other = organisations.replacing("Orchard Lane", with: "Other")
            let report = try await village.bring(other, as: .organisations)
            #expect(report.complaints == ["2 name differs"])
        }
    }

    @Test(arguments: Backend.available)
    func `a file closes and opens what an import of transfers created`(
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend) { village in
            try await village.bring(rows: [
                "1,2026-01-01T10:00:00Z,issuance,allocation:school,600,issue,"
            ])
            func rows(_ open: String) -> String {
                "slug,name,earns,spends,open\nschool,school,yes,no,\(open)\n"
            }
            for (open, added) in [("no", 1), ("no", 0), ("yes", 1), ("yes", 0)] {
                let report = try await village.bring(rows(open), as: .organisations)
                #expect(report.added == added, "\(open)")
                let export = try await village.export()
                let file = try #require(export["organisations.csv"])
                // A file whose organisations are all open leaves the column out.
                #expect(file.contains("school,school,yes,no,no") == (open == "no"), "\(file)")
            }
        }
    }

    @Test(arguments: Backend.available)
    func `what transfers name is filled in by later files`(on backend: Backend) async throws {
        try await withVillage(on: backend) { village in
            try await village.bring(rows: [
                "1,2026-01-01T10:00:00Z,issuance,allocation:school,600,issue,",
                "2,2026-01-02T10:00:00Z,allocation:school,member:m-7,120,earn,",
            ])
            #expect(try await village.bring(organisations, as: .organisations).added == 2)
            let members = "number,name,email,joined\nM-7,Ada Nowak,ada@example.org,2025-05-01\n"
            #expect(try await village.bring(members, as: .members).added == 1)
            #expect(try await village.bring(members, as: .members).added == 0)
            let export = try await village.export()
            #expect(
                export["organisations.csv"]?.contains("school,Orchard Lane,yes,no") ?? false
            )
            #expect(
                export["members.csv"]?.contains(
                    "m-7,Ada Nowak,ada@example.org,,en,active,2025-05-01T00:00:00Z,"
                ) ?? false
            )
            #expect(try await village.minutes("member:M-7") == 120)
        }
    }

    @Test(arguments: Backend.available)
    func `a known address waits and joins nobody`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            let village = Village(bank: town.bank, database: town.database, network: town.network)
            try await town.database.write { tx in
                try tx.run("UPDATE person SET login = 'x@example.org' WHERE name = 'stranger'")
            }
            let members = "number,name,email\nX-1,Xenia,x@example.org\n"
            #expect(try await village.bring(members, as: .members).added == 1)
            let person = try await town.database.read { tx in
                try tx.first(
                    "SELECT person FROM member WHERE number = 'X-1'",
                    as: { $0.integerIfAny(0) }
                ) ?? nil
            }
            #expect(person == nil)
        }
    }

    @Test(arguments: Backend.available)
    func `bad members are all named`(on backend: Backend) async throws {
        try await withVillage(on: backend) { village in
            let report = try await village.bring(
                """
                number,name,email,language,status,joined,card
                1,Ada,nobody,,,,
                -2,Bo,,,,,
                3,,,,,,
                4,Cy,,xx,,,
                5,Di,,,gone,,
                6,Ed,,,,yesterday,
                7,Fi,,,,,AAAAA-AAAAB
                8,Gus,,,erased,,

                """,
                as: .members
            )
            #expect(
                report.complaints == [
                    "2 email malformed", "3 number malformed", "4 name missing",
                    "5 language unknown", "6 status unknown", "7 joined not-a-date",
                    "8 card malformed", "9 status unknown",
                ]
            )
        }
    }

    @Test(arguments: Backend.available)
    func `numbers of ours that are brought in are never given again`(
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend) { village in
            let number = MemberNumber.issued(1_001).description
            try await village.bring("number,name\n\(number),Ada\n", as: .members)
            let next = try await village.bank.perform(
                AddMember(name: "Bo"),
                in: village.network.slug,
                as: .console
            ).outcome
            #expect(next.number == MemberNumber.issued(1_002).description)
        }
    }

    @Test(arguments: Backend.available)
    func `hours name what paid for them, or are paid now`(on backend: Backend) async throws {
        try await withVillage(on: backend) { village in
            try await village.bring(organisations, as: .organisations)
            try await village.bring("number,name\nA,Ada\n", as: .members)
            try await village.bring(rows: [
                "1,2026-01-01T10:00:00Z,issuance,allocation:school,200,issue,",
                "2,2026-01-02T10:00:00Z,allocation:school,member:A,120,earn,",
            ])
            let header = "id,opportunity,organisation,member,date,minutes,status,note,transfer\n"
            let hours =
                header + """
                    h1,Reading,school,A,2026-01-02,120,confirmed,,2
                    h2,Reading,school,A,2026-01-03,60,confirmed,,
                    h3,,school,A,2026-01-04,30,claimed,waiting,
                    h4,Reading,school,A,2026-01-05,30,refused,,

                    """
            let report = try await village.bring(hours, as: .hours)
            #expect(report.complaints == [] && report.added == 4)
            #expect(try await village.minutes("member:A") == 180)
            #expect(try await village.minutes("allocation:school") == 20)
            #expect(try await village.bring(hours, as: .hours).added == 0)
            let bad =
                header + """
                    h5,Reading,school,A,2026-01-02,120,confirmed,,7
                    h6,Reading,school,A,2026-01-02,60,confirmed,,2
                    h7,Reading,school,A,2026-01-02,60,confirmed,,
                    h8,Reading,school,B,2026-01-02,60,,,
                    h9,Reading,pool,A,2026-01-02,60,,,

                    """
            #expect(
                try await village.bring(bad, as: .hours).complaints == [
                    "2 transfer unknown-transfer", "3 transfer not-its-payment",
                    "4 minutes allocation-used-up", "5 member unknown-member",
                    "6 organisation unknown-organisation",
                ]
            )
        }
    }

    @Test(arguments: Backend.available)
    func `rows without an id are known by their text`(on backend: Backend) async throws {
        try await withVillage(on: backend) { village in
            try await village.bring(organisations, as: .organisations)
            let offers = "organisation,title,adult\ncinema,Film,60\ncinema,Film,60\n"
            #expect(try await village.bring(offers, as: .offers).added == 2)
            #expect(try await village.bring(offers, as: .offers).added == 0)
            #expect(try await village.bring(offers + "cinema,Film,60\n", as: .offers).added == 1)
        }
    }
}
