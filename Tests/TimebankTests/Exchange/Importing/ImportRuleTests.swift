internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// Imports obey the rules of the operations that they stand for.
@Suite struct ImportRuleTests {
    private func village(_ town: Town) -> Village {
        Village(bank: town.bank, database: town.database, network: town.network)
    }

    @Test(arguments: Backend.available)
    func `nothing is offered where no credits are accepted, nor to do where nobody earns`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { (town: Town) async throws in
            let village = village(town)
            await #expect(throws: FieldRefusal.invalid(field: "organisation", .unknown)) {
                try await town.perform(
                    AddOffer(organisation: town.school.id, title: "Film", adult: Minutes(60)),
                    as: .coordinator
                )
            }
            for state in ["", "yes", "no"] {
                let offer = "organisation,title,adult,open\nschool,Film,60,\(state)\n"
                #expect(
                    try await village.bring(offer, as: .offers).complaints
                        == ["2 organisation not-spending"]
                )
                let task = "organisation,title,open\ncinema,Sweeping,\(state)\n"
                #expect(
                    try await village.bring(task, as: .opportunities).complaints
                        == ["2 organisation not-earning"]
                )
            }
            let hours = """
                organisation,member,date,minutes
                cinema,\(town.ada.number),2026-03-01,60

                """
            #expect(
                try await village.bring(hours, as: .hours).complaints
                    == ["2 organisation not-earning"]
            )
        }
    }

    @Test(arguments: Backend.available)
    func `at a closed organisation only what says its state is brought in`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { (town: Town) async throws in
            let village = village(town)
            try await town.perform(
                EditOrganisation(organisation: town.cinema.id, isOpen: false),
                as: .coordinator
            )
            let now = "id,organisation,title,adult\na,cinema,Film,60\n"
            #expect(
                try await village.bring(now, as: .offers).complaints
                    == ["2 organisation organisation-closed"]
            )
            let before = "id,organisation,title,adult,open\na,cinema,Film,60,yes\n"
            #expect(try await village.bring(before, as: .offers).added == 1)
            #expect(try await village.bring(before, as: .offers).added == 0)
            #expect(try await village.bring(now, as: .offers).added == 0)
        }
    }

    @Test(arguments: Backend.available)
    func `whoever has left gets no role now, and keeps one that is said to be older`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { (town: Town) async throws in
            let village = village(town)
            try await town.perform(
                EditMember(member: .id(town.bo.id), status: .left),
                as: .coordinator
            )
            let (ada, bo) = (town.ada.number, town.bo.number)
            let since = "2026-03-01T10:00:00Z"
            let files: [(FileKind, String, String)] = [
                (.staff, "organisation,role,member,since\n", "school,worker,\(bo),"),
                (.offices, "role,member,since\n", "funder,\(bo),"),
                (.guardians, "guardian,ward,since\n", "\(bo),\(ada),"),
            ]
            for (kind, header, row) in files {
                let column = kind == .guardians ? "guardian" : "member"
                #expect(
                    try await village.bring(header + row + "\n", as: kind).complaints
                        == ["2 \(column) member-left"],
                    "\(kind)"
                )
                let held = header + row + since + "\n"
                #expect(try await village.bring(held, as: kind).added == 1, "\(kind)")
                #expect(try await village.bring(held, as: kind).added == 0, "\(kind)")
            }
            #expect(try await Verify().run(on: town.database).holds)
        }
    }

    @Test(arguments: Backend.available)
    func `a file tells a member who signs in of a new guardian and of a new address`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { (town: Town) async throws in
            let village = village(town)
            let (ada, bo) = (town.ada.number, town.bo.number)
            try await village.bring("guardian,ward\n\(bo),\(ada)\n", as: .guardians)
            try await village.bring(
                "number,name,phone\n\(ada),\(town.ada.name),07700 900123\n",
                as: .members
            )
            let told = try await town.ask(MeQuery(), as: .ada).notices.map(\.kind)
            #expect(told == [.guardian, .contact])
        }
    }

    static let tooLong = String(repeating: "x", count: 121)

    /// What each operation refuses in a field, and the same in a file.
    static let fields: [(FileKind, String, [String])] = [
        (
            .offers,
            """
            organisation,title,details,adult,child
            cinema,\(tooLong),,60,
            cinema,,,60,
            cinema,Film,,100001,
            cinema,Film,,0,0
            cinema,Film,,60,-1
            cinema,Film,,six,
            """,
            [
                "2 title too-long", "3 title missing", "4 adult amount-out-of-range",
                "5 adult amount-out-of-range", "6 child amount-out-of-range",
                "7 adult amount-out-of-range",
            ]
        ),
        (
            .opportunities,
            """
            organisation,title,place,minutes
            school,\(tooLong),,60
            school,Reading,\(tooLong)\(tooLong),60
            school,Reading,,1441
            school,Reading,,0
            """,
            [
                "2 title too-long", "3 place too-long", "4 minutes amount-out-of-range",
                "5 minutes amount-out-of-range",
            ]
        ),
        (
            .organisations,
            "slug,name,earns,spends\npool,\(tooLong),yes,no\ngarden,,yes,no\n",
            ["2 name too-long", "3 name missing"]
        ),
        (
            .members,
            "number,name,phone\n1,\(tooLong),\n2,Ada,\(tooLong)\n3,Ada\u{7},\n",
            ["2 name too-long", "3 phone too-long", "4 name malformed"]
        ),
        (
            .network,
            "name,zone,contact\nTown,Nowhere/Here,\n",
            ["2 zone unknown"]
        ),
        (
            .hours,
            """
            organisation,member,date,minutes,note
            school,1,2026-03-01,1441,
            school,1,2026-03-01,0,
            school,1,2026-03-01,60,\(String(repeating: "x", count: 501))
            """,
            [
                "2 minutes amount-out-of-range", "3 minutes amount-out-of-range",
                "4 note too-long",
            ]
        ),
    ]

    @Test(arguments: fields, Backend.available)
    func `a field has the same bounds in a file as anywhere else`(
        _ file: (kind: FileKind, text: String, complaints: [String]),
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { (town: Town) async throws in
            let report = try await village(town).bring(file.text, as: file.kind)
            #expect(report.complaints == file.complaints)
        }
    }

    /// Rows that tell of what is still to come.
    static let future: [(FileKind, String, String)] = [
        (.members, "number,name,joined\nX-1,Xenia,LATER\n", "joined"),
        (.members, "number,name,joined\nX-1,Xenia,2062-03-01\n", "joined"),
        (.network, "name,made\nWisbech,LATER\n", "made"),
        (.staff, "organisation,role,member,since\nschool,worker,BO,LATER\n", "since"),
        (.offices, "role,member,since\nfunder,BO,LATER\n", "since"),
        (.guardians, "guardian,ward,since\nBO,ADA,LATER\n", "since"),
        (.relatives, "member,other,since\nBO,ADA,LATER\n", "since"),
    ]

    @Test(arguments: future, Backend.available)
    func `what is still to come has not happened`(
        _ file: (kind: FileKind, text: String, column: String),
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { (town: Town) async throws in
            let text = file.text.replacing("LATER", with: "2062-03-01T10:00:00Z")
                .replacing("ADA", with: town.ada.number).replacing("BO", with: town.bo.number)
            let report = try await village(town).bring(text, as: file.kind)
            #expect(report.complaints == ["2 \(file.column) future-date"])
        }
    }
}
