import Testing

/// A rule that cannot fail is worth nothing, so each is shown a breach and its lawful neighbour.
@Suite struct RuleTests {
    @Test func `a file of 401 lines is found, one of 400 is not`() {
        #expect(Length.longFiles(swift(String(repeating: "a\n", count: 400))).isEmpty)
        #expect(lines(Length.longFiles(swift(String(repeating: "a\n", count: 401)))) == [401])
    }

    @Test func `a line of 101 columns is found, in a comment too`() {
        let line = String(repeating: "ą", count: 100)
        let address = "// https://example.org/" + line
        let text = "\(line)\n\(line)a\n// \(line)\n\(address)"
        #expect(lines(Length.longLines(swift(text))) == [2, 3])
    }

    @Test func `only texts of the catalogue may be longer, and only between quotes`() {
        let line = String(repeating: "a", count: 101)
        let file = SourceFile(
            path: "Sources/Timebank/Giving/Texts/GivingText+Polish.swift",
            text: "\"\(line)\"\n\(line)"
        )
        #expect(lines(Length.longLines(file)) == [2])
    }

    @Test(arguments: [
        "func a(\n    b: () -> Void = {}\n) ",
        "init?<A>(_ a: A) where A: B ",
        "var a: [Int] ",
        "subscript(a: Int) -> Int ",
        "func outer() {}\n\nfunc `a { brace in a name`() ",
    ])
    func `a body of 51 lines is found, one of 50 is not`(signature: String) {
        let inside = String(repeating: "    a(\"}\") // }\n", count: 48)
        #expect(Length.longFunctions(swift("\(signature){\n\(inside)}")).isEmpty)
        #expect(Length.longFunctions(swift("\(signature){\n\(inside)\n}")).count == 1)
    }

    @Test func `a call of an initialiser and a stored property have no body`() {
        let inside = String(repeating: "    a()\n", count: 60)
        let text = "self.init(a)\nvar b = 1\nlet c = d {\n\(inside)}\nprotocol E {\n    func f()\n}"
        #expect(Functions.bodies(in: swift(text)) == [])
    }

    @Test(arguments: [
        ("Ledger", "import Store"),
        ("Ledger", "public import Foundation"),
        ("Store", "import GRDB"),
        ("Timebank", "import SQLiteStore"),
        ("Timebank", "@preconcurrency import GRDB"),
        ("Web", "import Store"),
        ("Web", "import struct GRDB.Row"),
        ("Invented", "let a = 1"),
    ])
    func `an import that goes up is found`(target: String, text: String) {
        #expect(Imports.outsideTheDiagram(swift(text, in: target)).count == 1)
    }

    @Test(arguments: [
        ("Ledger", "package import Crypto"),
        ("Ledger", "import Synchronization"),
        ("Timebank", "import Ledger // import Web"),
        ("Timebank", "let a = \"import Web\""),
        ("CLI", "import SQLiteStore"),
        ("SQLiteStore", "internal import struct GRDB.Row"),
    ])
    func `an import that goes down is lawful`(target: String, text: String) {
        #expect(Imports.outsideTheDiagram(swift(text, in: target)) == [])
    }

    @Test(arguments: ["try! a()", "a as! B", "fatalError()", "say(\"\\(try! a())\")"])
    func `a crash is found`(text: String) {
        #expect(lines(Words.crashes(swift(text))) == [1])
    }

    @Test func `what only looks like a crash is lawful`() {
        #expect(Words.crashes(swift("try a() // try!\na as? B\nsay(\"fatalError\")")) == [])
    }

    @Test func `a loose task is found, a group's is not`() {
        let loose =
            "Task { a() }\nTask(priority: .low) { a() }\nTask.detached { a() }\nTask<A, B> {}"
        #expect(lines(Words.looseTasks(swift(loose))) == [1, 2, 3])
        let owned =
            "group.addTask { a() }\ntry await Task.sleep(for: .seconds(1))\nlet a: Task<A, B>"
        #expect(Words.looseTasks(swift(owned)) == [])
    }

    @Test func `reading the clock is found, a time handed in is not`() {
        let ambient = "Date()\nDate.now\nContinuousClock().now\nContinuousClock.now"
        #expect(lines(Words.ambientTime(swift(ambient))) == [1, 2, 3, 4])
        #expect(
            Words.ambientTime(swift("desk.now\nDate(timeIntervalSince1970: 0)\nclock.now")) == []
        )
    }

    @Test func `drawing at random is found, drawing from a generator handed in is not`() {
        let ambient = "UUID()\nInt.random(in: a)\nSystemRandomNumberGenerator()\na.randomElement()"
        #expect(lines(Words.ambientRandomness(swift(ambient))) == [1, 2, 3, 4])
        let drawn = "Int.random(in: a, using: &generator)\na.shuffled(using: &generator)"
        #expect(Words.ambientRandomness(swift(drawn)) == [])
    }

    @Test func `what is public is found outside the lowest rooms only`() {
        let text = "public struct A {\n    @inlinable public func a() {}\n}\npublic import Ledger"
        #expect(lines(Words.isPublic(swift(text, in: "Web"))) == [1, 2])
        #expect(Words.isPublic(swift(text, in: "Store")) == [])
    }

    @Test func `printing is found outside the command line only`() {
        let text = "print(a)\nfunc print(_ a: A) {}\nsheet.print(a)\nblueprint(a)"
        #expect(lines(Words.prints(swift(text))) == [1])
        #expect(Words.prints(swift(text, in: "CLI")) == [])
    }

    @Test(arguments: [
        "INSERT INTO transfer (id)", "UPDATE account SET", "INSERT\n  INTO hold",
        "DELETE FROM hold",
        "insert or ignore into rollup", "REPLACE INTO account",
    ])
    func `a second door to the ledger's tables is found`(statement: String) {
        let text = "let a = 1\nrun(\"\"\"\n\(statement)\n\"\"\")"
        #expect(lines(LedgerTables.writes(swift(text))) == [3])
        let desk = SourceFile(path: "Sources/Timebank/Accounts/Desk+Post.swift", text: text)
        #expect(LedgerTables.writes(desk) == [])
    }

    @Test(arguments: [
        "Link(a, to: \"/\\(network)/people\")", "let a = \"/wisbech\"", "Href(local: \"\\(a)\")",
    ])
    func `an address that a page writes out is found`(text: String) {
        for place in ["Pages/Values/APage", "Lending/Borrowing"] {
            let page = SourceFile(path: "Sources/Web/\(place).swift", text: "a\n\(text)")
            #expect(lines(Addresses.written(page)) == [2])
        }
        for place in ["Rendering/Form", "Lending/Address+Lending", "Lending/Routes+Lending"] {
            let other = SourceFile(path: "Sources/Web/\(place).swift", text: "a\n\(text)")
            #expect(Addresses.written(other) == [])
        }
    }

    @Test func `the path of a cookie, and what a browser sent, are lawful`() {
        let text = "a(path: \"/\")\n/// \"/wisbech\"\nHref(local: visit.query(\"back\"))"
        let page = SourceFile(path: "Sources/Web/Pages/Visiting/A.swift", text: text)
        #expect(Addresses.written(page) == [])
    }

    @Test func `reading the ledger's tables and writing others is lawful`() {
        let text = "a(\"SELECT * FROM transfer\")\na(\"UPDATE accounting\")\n// UPDATE account"
        #expect(LedgerTables.writes(swift(text)) == [])
    }

    @Test(arguments: [
        "package struct A {}",
        "    package static let a = 1",
        "    package var a: Int { 1 }",
        "    package static func a(\n        b: Int\n    ) {}",
        "    package init(a: Int) {}",
        "    public func a() {}",
        "    @inlinable public static func a() {}",
        "    @Sendable package func a() {}",
        "/// Two lines above.\n\npackage enum A {}",
        "// Not for readers.\npackage typealias A = B",
        "protocol A {\n    func b()\n}\nstruct C {\n    package func b() {}\n}",
        "protocol A {\n    func b()\n}\nstruct C: A {\n    package func d() {}\n}",
    ])
    func `a declaration that says nothing is found`(text: String) {
        #expect(Documentation.undocumented(in: [swift(text)]).count == 1)
    }

    @Test(arguments: [
        "/// An a.\npackage struct A {}",
        "    /// An a.\n    @discardableResult\n    @Sendable\n    package func a() {}",
        "    package let a: Int",
        "    package private(set) var a = 1",
        "protocol A {\n    func b()\n}\nstruct C: D, A {\n    package func b() {}\n}",
        "protocol A {\n    var b: C { get }\n}\nextension [C]: A {\n    package var b: C { d }\n}",
        "    package static func == (left: A, right: A) -> Bool { true }",
        "    package static prefix func - (a: A) -> A { a }",
        "    package init(from decoder: any Decoder) throws {}",
        "    package init?(_ text: String) {}",
        "    package func hash(into hasher: inout Hasher) {}",
        "package import Ledger",
        "public import Ledger",
        "/// An a.\npublic struct A {}",
        "let a = \"package struct A\"",
        "struct A {}",
    ])
    func `a declaration that is documented, or only answers a protocol, is lawful`(text: String) {
        #expect(Documentation.undocumented(in: [swift(text)]) == [])
    }

    @Test(arguments: [
        "struct Give: Operation {}",
        "package struct Give: Hashable, Operation {}",
        "struct Give {}\nextension Give: Query {}",
        "package protocol Gift: Operation {}\nstruct Give: Gift {}",
        "extension Wallets {\n    struct Give<A>:\n        Query\n    {}\n}",
    ])
    func `an operation that is in no part is found`(text: String) {
        let path = "Sources/Timebank/Wallets/WalletsPart.swift"
        let file = swift(text, in: "Timebank")
        let empty = SourceFile(path: path, text: "[Receive.self] // Give.self")
        let full = SourceFile(path: path, text: "[Receive.self, Wallets.Give.self]")
        #expect(Registry.missing(in: [file, empty]).count == 1)
        #expect(Registry.missing(in: [file]).count == 1)
        #expect(Registry.missing(in: [file, full]) == [])
        let generic = SourceFile(path: path, text: "[Give<Offer>.self]")
        #expect(Registry.missing(in: [file, generic]) == [])
    }

    @Test func `what is no operation need be in no part`() {
        let text =
            "struct A: Hashable {}\nstruct B<C> where C: Operation {}\nlet d: Operation = {}()"
        #expect(Registry.missing(in: [swift(text, in: "Timebank")]) == [])
    }

    @Test(arguments: [
        ("Web/Pages/A", "ask(Give())"), ("CLI/A", "words(GivingText.thanks)"),
        ("Timebank/Copying/A", "all(\"\"\"\nSELECT id\n  FROM gift\n\"\"\")"),
    ])
    func `a mechanism that names a part is found`(place: String, text: String) {
        let mechanism = SourceFile(path: "Sources/\(place).swift", text: text)
        #expect(PartNames.leaked(in: Self.part + [mechanism]).count == 1)
    }

    @Test(arguments: [
        ("Web/Lending/A", "ask(Give())"), ("Timebank/Migrations/A", "\"UPDATE gift\""),
        ("CLI/Parts/A", "[.giving] // Give"), ("Web/Pages/A", "words(\"Give\") + gift"),
        ("Web/Parts/A", "Give.self"),
    ])
    func `a part that names another one is lawful, and a list of parts`(
        place: String,
        text: String
    ) {
        let other = SourceFile(path: "Sources/\(place).swift", text: text)
        #expect(PartNames.leaked(in: Self.part + [other]) == [])
    }

    @Test(arguments: ["Scheme.standard.files", "Schema.migrator(a)", "WebPart.standard + a"])
    func `a command that names the parts of the delivered program is found`(text: String) {
        #expect(lines(Programs.assumed(swift("a\n\(text)", in: "CLI"))) == [2])
        #expect(Programs.assumed(swift(text, in: "Web")) == [])
    }

    private static let part = [
        ("GivingPart", "Part(operations: [Give.self])"), ("Give", "struct Give: Operation {}"),
        ("Giving+Tables", "Table(\n    \"gift\",\n)"),
        ("GivingText", "enum GivingText: Int, Text {}"),
    ].map { SourceFile(path: "Sources/Timebank/Giving/\($0.0).swift", text: $0.1) }

    @Test func `an empty name is found, for a file and for a type`() {
        #expect(Names.empty(SourceFile(path: "Sources/Web/TextUtils.swift", text: "")).count == 1)
        #expect(lines(Names.empty(swift("struct A: Service {}\nstruct WalletManager {}"))) == [2])
    }

    private func swift(_ text: String, in target: String = "Ledger") -> SourceFile {
        SourceFile(path: "Sources/\(target)/Example.swift", text: text)
    }

    private func lines(_ findings: [Finding]) -> [Int] { findings.map(\.line) }
}
