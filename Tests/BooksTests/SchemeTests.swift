internal import Support
internal import Testing
internal import Timebank

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
}
