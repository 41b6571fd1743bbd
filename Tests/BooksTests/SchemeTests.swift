internal import Lending
internal import Store
internal import Support
internal import Testing

@testable internal import Timebank

/// What the scheme says of its tables, beside the tables that the migrations make.
@Suite struct SchemeTests {
    @Test(arguments: Backend.available)
    func `every table and every column is as the scheme says`(on backend: Backend) async throws {
        try await withDatabase(on: backend) { database in
            let real = try await RealColumn.all(of: database, on: backend)
            let told = Scheme.standard.tables.flatMap(RealColumn.all(told:))
            for column in Set(real).subtracting(told).sorted() {
                Issue.record("in the database, and not so in the scheme: \(column)")
            }
            for column in Set(told).subtracting(real).sorted() {
                Issue.record("in the scheme, and not so in the database: \(column)")
            }
            #expect(told.count == real.count)
        }
    }

    @Test func `what a row names is a table, and is copied before it`() {
        let tables = Scheme.standard.tables
        var earlier: Set<String> = []
        for table in tables {
            for column in table.columns {
                guard case .reference(let target, let check) = column.kind else { continue }
                #expect(tables.contains { "\($0.name)" == target }, "\(table.name).\(column.name)")
                // What only the audit of the ledger looks at may stand in a circle.
                if case .elsewhere = check { continue }
                let isThere = earlier.contains(target) || target == "\(table.name)"
                #expect(isThere, "\(table.name).\(column.name) comes before \(target)")
            }
            earlier.insert("\(table.name)")
        }
        #expect(earlier.count == tables.count)
    }

    @Test func `whose words are gone with somebody are erased, in every table`() {
        for table in Scheme.standard.tables {
            for column in table.columns {
                switch column.whose {
                case .member?:
                    let isErased = table.erases(column, of: [.member, .wallet])
                    #expect(isErased, "\(table.name).\(column.name) outlives its member")
                case .person?:
                    let isErased = table.erases(column, of: [.personGone])
                    #expect(isErased, "\(table.name).\(column.name) outlives its person")
                case .organisation?, .network?, nil: break
                }
            }
        }
    }

    @Test func `a table with a network in it is a network's, or says why not`() {
        for table in Scheme.standard.tables {
            let hasNetwork = table.columns.contains { "\($0.name)" == "network" }
            switch table.owner {
            case .network: #expect(hasNetwork, "\(table.name)")
            case .openNetwork(let why): #expect(hasNetwork && !why.isEmpty, "\(table.name)")
            case .installation(let why): #expect(!hasNetwork && !why.isEmpty, "\(table.name)")
            }
        }
    }

    @Test func `nothing that parts say contradicts what others say`() {
        #expect(Scheme.standard.contradictions == [])
        #expect(Scheme.lending.contradictions == [])
    }

    @Test func `the numbers in marks are those in the journals of stores`() {
        let numbers = Scheme.standard.marked.all.map { "\($0.number) \($0.name)" }
        #expect(
            numbers == [
                "1 member", "2 person", "3 organisation", "4 network", "5 offer", "6 opportunity",
                "7 reference", "8 origin", "9 policy", "10 token", "11 code", "12 hours",
            ]
        )
    }

    @Test func `marks that cannot be so are named`() {
        func table(_ name: SQLText, _ marks: Marks) -> Table {
            Table(
                name,
                "a row",
                .network,
                may: [.insert],
                marks: marks,
                [Column("id", .id), Column("network", .number), Column("minutes", .minutes)]
            )
        }
        func told(_ tables: Table...) -> [String] {
            Scheme([Part("Some", tables: tables)]).contradictions
        }
        #expect(told(table("a", .changing(1, "minutes")), table("b", .unmarked("why"))) == [])
        #expect(
            told(table("a", .changing(1, "minutes")), table("b", .changing(1, "minutes")))
                == ["a and b both have marks 1"]
        )
        #expect(told(table("a", .changing(16, "id"))) == ["a: marks have no room for 16"])
        #expect(told(table("a", .changing(1, "hours"))) == ["a has no column hours to mark"])
        #expect(told(table("a", .unmarked(""))) == ["a says not why it has no marks"])
    }

    /// A store keeps what was marked long ago, so what a mark is made of must not change.
    @Test func `the mark of a row is what it always was`() throws {
        let marked = Scheme.standard.marked
        let terms: [any Bindable] = [Int64(3), Int64(60), Int64?.none, Int64(1)]
        let offer = try marked.require(.offer).mark(of: 1, in: 2, terms)
        let reference = try marked.require(.reference).mark(of: 2, in: 2, ["a1", Int64(7)])
        #expect(offer.raw == -6_203_091_284_664_346_088)
        #expect(reference.raw == -5_020_552_458_933_979_389)
    }
}
