import Testing

/// The rules of the house that the compiler does not know.
@Suite struct HouseTests {
    @Test func `the sources are found`() {
        #expect(Repository.sources.count > 20)
        #expect(Repository.everything.count > Repository.sources.count)
    }

    @Test func `a file has at most 400 lines`() {
        expectNone(Repository.everything.flatMap(Length.longFiles))
    }

    @Test func `a line has at most 100 columns, comments too`() {
        expectNone(Repository.everything.flatMap(Length.longLines))
    }

    @Test func `a function has at most 50 lines`() {
        expectNone(Repository.everything.flatMap(Length.longFunctions))
    }

    @Test func `a target imports only what the diagram allows`() {
        expectNone(Repository.sources.flatMap(Imports.outsideTheDiagram))
    }

    @Test func `the benchmarks' package has every room that its rooms import`() {
        let linked = Repository.rooms(in: "Benchmarks/Sources")
        #expect(linked.isSuperset(of: ["Ledger", "SQLiteStore", "Timebank"]))
        let missing = Imports.missing(from: linked, of: Repository.rooms(in: "Sources"))
        expectNone(Repository.sources.flatMap(missing))
    }

    @Test func `nothing in the sources crashes instead of throwing`() {
        expectNone(Repository.sources.flatMap(Words.crashes))
    }

    @Test func `no task is started that nobody waits for`() {
        expectNone(Repository.sources.flatMap(Words.looseTasks))
    }

    @Test func `time is an argument`() {
        expectNone(Repository.sources.flatMap(Words.ambientTime))
    }

    @Test func `ids and randomness are arguments`() {
        expectNone(Repository.sources.flatMap(Words.ambientRandomness))
    }

    @Test func `only the command line prints`() {
        expectNone(Repository.sources.flatMap(Words.prints))
    }

    @Test func `only the desk and its neighbours write the tables of the ledger`() {
        expectNone(Repository.sources.flatMap(LedgerTables.writes))
    }

    @Test func `what other targets may use says what it is`() {
        expectNone(Documentation.undocumented(in: Repository.sources))
    }

    @Test func `no page writes out an address or puts one together`() {
        expectNone(Repository.sources.flatMap(Addresses.written))
    }

    @Test func `only the lowest rooms are public, elsewhere it is the package`() {
        expectNone(Repository.sources.flatMap(Words.isPublic))
    }

    @Test func `every operation and query stands in the one list`() {
        expectNone(Registry.missing(in: Repository.sources))
    }

    @Test func `each folder is a part's, in every storey by the same name, or a mechanism's`() {
        #expect(Rooms.parts(in: Repository.sources).count > 10)
        expectNone(Rooms.strange(in: Repository.sources))
    }

    @Test func `no mechanism names an operation, a table or a text of a part`() {
        #expect(PartNames.all(in: Repository.sources).count > 100)
        expectNone(PartNames.leaked(in: Repository.sources))
    }

    @Test func `no command takes for granted which program runs`() {
        expectNone(Repository.sources.flatMap(Programs.assumed))
    }

    @Test func `each exception to that is still needed`() {
        let named = PartNames.named(in: Repository.sources)
        for (path, reason) in PartNames.exceptions {
            #expect(named.contains { $0.path.hasPrefix(path) }, "\(path): \(reason)")
        }
    }

    @Test func `an operation of the sample part touches the files of the part only`() {
        let naming = Repository.everything.filter { file in
            file.code.contains { $0.matches(of: /\w+/).contains { $0.output == "LendTool" } }
        }
        let touched = naming.map(\.path).filter { $0.hasPrefix("Tests/Lending/") }
        let told = touched.map { $0.dropFirst("Tests/Lending/".count) }.joined(separator: ", ")
        print("A new operation touches \(touched.count) files beside its tests: \(told)")
        #expect(touched.count == 4)
        #expect(naming.allSatisfy { $0.path.hasPrefix("Tests/") })
    }

    @Test func `files and types have names that say something`() {
        expectNone(Repository.everything.flatMap(Names.empty))
    }

    private func expectNone(
        _ findings: [Finding],
        at place: SourceLocation = #_sourceLocation
    ) {
        guard !findings.isEmpty else { return }
        let list = findings.map(\.description).joined(separator: "\n")
        Issue.record("\(findings.count) found:\n\(list)", sourceLocation: place)
    }
}
