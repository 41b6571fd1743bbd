internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// What TimeOverflow and Komunitin write themselves, and amounts that can be read in two ways.
@Suite struct PeerFileTests {
    @Test(arguments: ["1,000", "1.000", "0.500", "12,345", "1.005"], Backend.available)
    func `one separator and three digits after it are not guessed at`(
        amount: String,
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend, model: .mutual) {
            (village: Village) async throws in
            let file = "payer,payee,description,amount\nN1,N2,a,\"\(amount)\"\n"
            let report = try await village.bring(file, as: .transfers, .komunitin)
            #expect(report.complaints == ["2 amount ambiguous-amount"])
            #expect(report.problems.shown.first?.value == amount)
            let plain = amount.filter { $0 != "." && $0 != "," }
            let said = report.problems.shown.first?.reason.sentence ?? ""
            #expect(said.contains("Write \(plain) for") && said.contains("\(amount)0 for"))
            let shared = "Date,from,to,post,quantity\n2018-03-01,A (1),B (2),,\"\(amount)\"\n"
            #expect(
                try await village.bring(shared, as: .transfers, .timeoverflow).complaints
                    == ["2 quantity ambiguous-amount"]
            )
            #expect(try await village.transfers() == 0)
        }
    }

    @Test(
        arguments: [("1,5", 90), ("1.5", 90), ("0,25", 15), ("2", 120), ("1.0000", 60)],
        Backend.available
    )
    func `what can be read in one way is`(
        row: (amount: String, minutes: Int64),
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend, model: .mutual) {
            (village: Village) async throws in
            let file = "payer,payee,description,amount\nN1,N2,a,\"\(row.amount)\"\n"
            #expect(try await village.bring(file, as: .transfers, .komunitin).added == 1)
            #expect(try await village.minutes("member:N2") == row.minutes)
        }
    }

    static let bundle = "id,payer,payee,user,amount,description,createdAt,updatedAt\n"

    @Test(arguments: Backend.available)
    func `Komunitin's export keeps its dates, and its ids keep it from coming twice`(
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend, model: .mutual) {
            (village: Village) async throws in
            let rows = """
                u-1,N1,N2,N1,1.5,Bread,2024-02-01T10:00:00.000Z,2024-02-01T10:00:01.000Z
                u-2,N2,N1,N2,0.5,Eggs,2024-02-03 11:30:00+01:00,2024-02-03T10:30:00.000Z

                """
            let report = try await village.bring(Self.bundle + rows, as: .transfers, .komunitin)
            #expect(report.complaints == [] && report.added == 2)
            #expect(report.unused == ["user", "updatedAt"])
            let file = try await village.export()["transfers.csv"] ?? ""
            #expect(file.contains("u-1,2024-02-01T10:00:00Z,member:N1,member:N2,90,exchange,Bread"))
            #expect(file.contains("u-2,2024-02-03T10:30:00Z,member:N2,member:N1,30,exchange,Eggs"))
            let touched = rows.replacing("10:00:01.000Z", with: "12:00:00.000Z")
            let again = try await village.bring(Self.bundle + touched, as: .transfers, .komunitin)
            #expect(again.complaints == [] && again.added == 0 && again.skipped == 2)
            let other = rows.replacing("1.5,Bread", with: "1.6,Bread")
            #expect(
                try await village.bring(Self.bundle + other, as: .transfers, .komunitin).complaints
                    == ["2 id id-taken"]
            )
        }
    }

    @Test(arguments: Backend.available)
    func `what Komunitin's server writes is read, and only what was committed`(
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend, model: .mutual) {
            (village: Village) async throws in
            let header =
                "id,created,updated,state,amount,description,hash,payer.id,payer.code,payee.id,"
                + "payee.code\n"
            let row = "u-1,2024-02-01T10:00:00Z,2024-02-01T10:00:00Z,committed,2.00,x,,a,N1,b,N2\n"
            let report = try await village.bring(header + row, as: .transfers, .komunitin)
            #expect(report.complaints == [] && report.added == 1)
            #expect(report.unused == ["updated", "hash", "payer.id", "payee.id"])
            let failed = row.replacing("committed", with: "failed").replacing("u-1", with: "u-2")
            #expect(
                try await village.bring(header + failed, as: .transfers, .komunitin).complaints
                    == ["2 state not-committed"]
            )
        }
    }

    @Test(arguments: Backend.available)
    func `a column that nothing is read from does not make a row another one`(
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend, model: .mutual) {
            (village: Village) async throws in
            func payments(_ seen: String) -> String {
                "payer,payee,description,amount,seen\nN1,N2,a,1,\(seen)\n"
            }
            #expect(
                try await village.bring(payments("x"), as: .transfers, .komunitin).unused == [
                    "seen"
                ]
            )
            let again = try await village.bring(payments("y"), as: .transfers, .komunitin)
            #expect(again.added == 0)
            try await village.bring(
                "slug,name,earns,spends\ncinema,Film,no,corporate\n",
                as: .organisations
            )
            func offers(_ seen: String) -> String {
                "organisation,title,adult,seen\ncinema,Film,60,\(seen)\n"
            }
            #expect(try await village.bring(offers("x"), as: .offers).unused == ["seen"])
            #expect(try await village.bring(offers("y"), as: .offers).added == 0)
        }
    }

    @Test(arguments: Backend.available)
    func `TimeOverflow's users join when the file says, and get a number where they have none`(
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend) { (village: Village) async throws in
            let file = """
                1,2018-01-30 00:00:00,Nadia,Cadena,,1,,,,
                2,2018-01-31 09:15:00 +0100,Ona,,,2,,,,
                ,2018-02-01 00:00:00 UTC,Pau,,,2,,,,pau@example.org
                ,2018-02-02,Quim,,,2,,,,

                """
            let report = try await village.bring(file, as: .members, .timeoverflow)
            #expect(report.complaints == [] && report.added == 4)
            let members = try await village.export()["members.csv"] ?? ""
            #expect(members.contains("1,Nadia Cadena,,,en,active,2018-01-30T00:00:00Z,"))
            #expect(members.contains("2,Ona,,,en,active,2018-01-31T08:15:00Z,"))
            let (pau, quim) = (MemberNumber.issued(1_001), MemberNumber.issued(1_002))
            #expect(
                members.contains("\(pau),Pau,pau@example.org,,en,active,2018-02-01T00:00:00Z,")
            )
            #expect(members.contains("\(quim),Quim,,,en,active,2018-02-02T00:00:00Z,"))
            let again = try await village.bring(file, as: .members, .timeoverflow)
            #expect(again.complaints == [] && again.added == 0)
            #expect(try await Verify().run(on: village.database).holds)
            let bad = "3,30/01/2018,Nadia,,,1,,,,\n4,2062-01-30,Ona,,,1,,,,\n"
            let named = try await village.bring(bad, as: .members, .timeoverflow)
            #expect(named.complaints == ["1 joined not-a-date"])
        }
    }

    @Test(arguments: Backend.available)
    func `TimeOverflow's report of members is read too`(on backend: Backend) async throws {
        try await withVillage(on: backend) { (village: Village) async throws in
            let file = """
                N,Nombre,Email,Teléfono,Otro,Creado,Última,Idioma,Saldo
                7,Nadia Cadena,nadia@example.org,622743103,,2018-01-30 10:00:00 UTC,,es,3600

                """
            let report = try await village.bring(file, as: .members, .timeoverflow)
            #expect(report.complaints == [] && report.added == 1)
            let members = try await village.export()["members.csv"] ?? ""
            #expect(
                members.contains(
                    "7,Nadia Cadena,nadia@example.org,622743103,en,active,2018-01-30T10:00:00Z,"
                )
            )
        }
    }

    static let reports = [
        """
        Fecha,from,from ID,to,to ID,post,post ID,Motivo,quantity
        2018-03-01 10:00:00 +0100,Nadia Cadena (7),7,Ona (8),8,Guitar,12,A lesson,0.33
        2018-03-02 10:00:00 UTC,Banc de Temps,0,Nadia Cadena (7),7,,,Welcome,1.5

        """,
        """
        Data,De,Per a,Anunci,Quantitat
        2018-03-01 10:00:00 +0100,Nadia Cadena (7),Ona (8),A lesson,0:20
        2018-03-02 10:00:00 UTC,pot,Nadia Cadena (7),Welcome,1:30

        """,
        """
        created_at,from,to,post,quantity
        2018-03-01 10:00:00 +0100,Nadia (Nadi) Cadena (7),Ona (8),A lesson,"0,33"
        2018-03-02 10:00:00 UTC,pot,Nadia (Nadi) Cadena (7),Welcome,1.5

        """,
    ]

    @Test(arguments: reports, Backend.available)
    func `TimeOverflow's report of transfers is read`(
        file: String,
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend, model: .mutual) {
            (village: Village) async throws in
            let report = try await village.bring(file, as: .transfers, .timeoverflow)
            #expect(report.complaints == [] && report.added == 2)
            let transfers = try await village.export()["transfers.csv"] ?? ""
            #expect(
                transfers.contains("2018-03-01T09:00:00Z,member:7,member:8,20,exchange,A lesson")
            )
            #expect(transfers.contains("2018-03-02T10:00:00Z,pot,member:7,90,grant,Welcome"))
            let renamed = file.replacing("Cadena", with: "Muñoz")
            #expect(try await village.bring(renamed, as: .transfers, .timeoverflow).added == 0)
        }
    }

    @Test(arguments: Backend.available)
    func `what cannot be told from a report is named, with which file to ask for`(
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend, model: .mutual) {
            (village: Village) async throws in
            let report = """
                date,from,to,post,quantity
                2018-03-01,deleted_user,Ona (8),,1
                2018-03-01,Nadia (7),Ona (8),,—
                today,Nadia (7),Ona (8),,1

                """
            #expect(
                try await village.bring(report, as: .transfers, .timeoverflow).complaints == [
                    "2 from no-account", "3 quantity amount-out-of-range", "4 date not-a-time",
                ]
            )
            for (text, kind) in [
                ("a,b,c\n1,2,3\n", FileKind.transfers), ("a,b,c\n1,2,3\n", .members),
                ("number,name\n1,Ada\n", .members),
            ] {
                let wrong = try await village.bring(text, as: kind, .timeoverflow)
                #expect(wrong.complaints == ["1 - wrong-file"])
                #expect(wrong.problems.shown[0].reason.sentence.contains("ask whoever runs it"))
            }
        }
    }
}
