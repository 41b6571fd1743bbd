internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// Roles, guardians, relatives, reasons, holds and redemptions of a file.
@Suite struct RoleImportTests {
    static let powers: [(FileKind, String)] = [
        (.staff, "organisation,role,member\nschool,lead,BO\n"),
        (.offices, "role,member\ncoordinator,BO\n"),
        (.guardians, "guardian,ward\nBO,ADA\n"),
    ]

    private func village(_ town: Town) -> Village {
        Village(bank: town.bank, database: town.database, network: town.network)
    }

    /// A file in which ADA and BO stand for numbers.
    private func named(_ text: String, _ town: Town) -> String {
        text.replacing("ADA", with: town.ada.number).replacing("BO", with: town.bo.number)
    }

    @Test(arguments: powers, Backend.available)
    func `a file gives powers only to whoever brings it at the command line`(
        _ file: (kind: FileKind, text: String),
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let text = named(file.text, town)
            let bytes = Array(text.utf8)
            for role in [Town.Role.operator, .coordinator, .lead, .ada] {
                await #expect(throws: AccessRefusal.notAllowed) {
                    _ = try await town.bank.bring(
                        ImportFile(file.kind, name: "a.csv") { CSVReader.source(of: bytes) },
                        into: town.slug,
                        as: town.who(role)
                    )
                }
            }
            let before = try await village(town).export()
            let tried = try await village(town).bring(text, as: file.kind, isDryRun: true)
            #expect(tried.complaints == [] && tried.added == 1)
            #expect(try await village(town).export()["staff.csv"] == before["staff.csv"])
            #expect(try await village(town).bring(text, as: file.kind).added == 1)
            #expect(try await village(town).bring(text, as: file.kind).added == 0)
            let roles = try await town.ask(RolesQuery(member: .id(town.bo.id)), as: .coordinator)
            switch file.kind {
            case .staff: #expect(roles.posts.map(\.role) == [.lead])
            case .offices: #expect(roles.offices == [.coordinator])
            default: #expect(roles.wards == [town.ada.name])
            }
        }
    }

    @Test(arguments: Backend.available)
    func `a role given by a file drops a code that was handed over before it`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let cy = try await town.perform(AddMember(name: "Cy Evans"), as: .coordinator)
            let code = try await town.perform(
                HandOverCode(member: .id(cy.id)),
                as: .coordinator
            ).code.revealed
            let text = "organisation,role,member,name\nschool,lead,\(cy.number),Cy Evans\n"
            #expect(try await village(town).bring(text, as: .staff).added == 1)
            await #expect(throws: SigningInRefusal.codeInvalid) {
                try await town.signIn.useCode(
                    code,
                    password: "a kettle in the attic",
                    address: .home,
                    purpose: .page
                )
            }
        }
    }

    @Test(arguments: Backend.available)
    func `whoever is no member comes as a name, and is joined to nobody who signs in`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let text = """
                organisation,role,member,name
                school,lead,,stranger
                cinema,till,,stranger
                school,worker,,worker

                """
            // The town's own worker is there already; the stranger signs in, but has no role.
            let report = try await village(town).bring(text, as: .staff)
            #expect(report.complaints == [] && report.added == 2)
            #expect(try await village(town).bring(text, as: .staff).added == 0)
            let stranger = try await town.person(.stranger)
            let made = try await town.ask(
                StaffQuery(organisation: town.school.id),
                as: .coordinator
            ).filter { $0.name == "stranger" }
            #expect(made.count == 1 && made.first?.person != stranger)
            let signIns = try await town.database.read { tx in
                try tx.first(
                    """
                    SELECT COUNT(*) FROM person
                    WHERE id = $1 AND login IS NULL AND password IS NULL
                    """,
                    made.first?.person ?? stranger
                ) { $0.integer(0) }
            }
            #expect(signIns == 1)
        }
    }

    static let wrong: [(FileKind, String, [String])] = [
        (
            .staff,
            """
            organisation,role,member,name
            nowhere,lead,ADA,
            school,boss,ADA,
            school,lead,9-9,
            school,lead,,
            school,lead,ADA,Somebody Else
            school,,ADA,
            """,
            [
                "2 organisation unknown-organisation", "3 role unknown",
                "4 member unknown-member", "5 member missing", "6 name differs", "7 role missing",
            ]
        ),
        (
            .offices, "role,member,since\nchief,ADA,\nfunder,ADA,yesterday\n",
            ["2 role unknown", "3 since not-a-time"]
        ),
        (
            .guardians, "guardian,ward\nADA,ADA\nADA,9-9\nADA,\n",
            ["2 ward same-member", "3 ward unknown-member", "4 ward missing"]
        ),
        (
            .relatives, "member,other\nADA,ADA\nADA,9-9\n9-9,BO\n",
            ["2 other same-member", "3 other unknown-member", "4 member unknown-member"]
        ),
        (
            .reversals, "id,reverses,reason\nnone,none,a\n,x,a\n",
            ["2 id unknown-transfer", "3 id missing"]
        ),
        (
            .holds,
            """
            id,account,minutes,expires,state
            1,member:ADA,9000,2027-01-01T10:00:00Z,open
            2,nobody,10,2027-01-01T10:00:00Z,open
            3,issuance,10,2027-01-01T10:00:00Z,open
            4,member:ADA,0,2027-01-01T10:00:00Z,open
            5,member:ADA,10,soon,open
            6,member:ADA,10,2027-01-01T10:00:00Z,lost
            """,
            [
                "2 minutes not-enough-credits", "3 account no-account",
                "4 account unknown-account", "5 minutes amount-out-of-range",
                "6 expires not-a-time", "7 state unknown",
            ]
        ),
        (
            .redemptions,
            """
            id,at,offer,organisation,account,minutes,transfer
            1,2026-01-01T10:00:00Z,OFFER,cinema,member:ADA,60,none
            2,2026-01-01T10:00:00Z,OFFER,cinema,pot,60,none
            3,2026-01-01T10:00:00Z,OFFER,nowhere,member:ADA,60,none
            4,noon,OFFER,cinema,member:ADA,60,none
            5,2026-01-01T10:00:00Z,OFFER,cinema,member:ADA,0,none
            6,2026-01-01T10:00:00Z,OFFER,cinema,member:ADA,60,PAID
            7,2026-01-01T10:00:00Z,other,cinema,member:BO,60,PAID
            """,
            [
                "2 transfer unknown-transfer", "3 account unknown-member",
                "4 organisation unknown-organisation", "5 at not-a-time",
                "6 minutes amount-out-of-range", "7 transfer not-its-payment",
                "8 offer unknown-offer",
            ]
        ),
    ]

    @Test(arguments: wrong, Backend.available)
    func `what will not do is named by line, column and reason, and nothing is kept`(
        _ file: (kind: FileKind, text: String, complaints: [String]),
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(120, town.bo)
            let paid = try await town.redeem(1, town.bo).transfer.id
            let text = named(file.text, town)
                .replacing("OFFER", with: town.offer.id.description)
                .replacing("PAID", with: paid.description)
            let before = try await village(town).export()
            let report = try await village(town).bring(text, as: file.kind)
            // What is wrong in itself is said before what does not fit here.
            let sooner = Set(report.complaints)
            #expect(!sooner.isEmpty && sooner.isSubset(of: file.complaints))
            for line in file.complaints {
                let number = Int(line.prefix { $0 != " " }) ?? 0
                let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                let alone = "\(lines[0])\n\(lines[number - 1])\n"
                let said = try await village(town).bring(alone, as: file.kind).complaints
                #expect(said == ["2" + line.drop { $0 != " " }], "\(line)")
            }
            let after = try await village(town).export()
            #expect(after[file.kind.file] == before[file.kind.file])
        }
    }

    @Test(arguments: Backend.available)
    func `a file changes no role that somebody has`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            let header = "organisation,role,member\n"
            let first = named(header + "school,worker,BO\n", town)
            #expect(try await village(town).bring(first, as: .staff).added == 1)
            let other = named(header + "school,lead,BO\n", town)
            let report = try await village(town).bring(other, as: .staff)
            #expect(report.complaints == ["2 role differs"])
        }
    }

    @Test(arguments: Backend.available)
    func `one way round is enough for relatives, who then confirm nothing for each other`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let text = named("member,other\nADA,BO\nBO,ADA\n", town)
            #expect(try await village(town).bring(text, as: .relatives).added == 1)
            #expect(try await village(town).bring(text, as: .relatives).added == 0)
            try await town.appoint(.bo, .worker, at: town.school)
            let claim = try await town.claim(30, town.ada, as: .ada)
            await #expect(throws: EarningRefusal.ownHours) {
                try await town.perform(ConfirmHours(hours: claim.id), as: .bo)
            }
        }
    }
}
