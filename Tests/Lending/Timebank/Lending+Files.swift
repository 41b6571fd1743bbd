internal import Ledger
internal import Store
@testable internal import Timebank

extension FileKind {
    /// The tools of a network and who has borrowed them, as a file of an export.
    static let tools = FileKind(
        "tools",
        after: ["members"],
        [
            .optional("id", "its id", "t-1"),
            .required("owner", "the number of the member whose it is", "M-17"),
            .required("name", "what it is", "Saw"),
            .optional("borrower", "the number of the member who has it now", ""),
            .further(
                "message",
                "what was said when it was lent",
                "",
                where: "SELECT 1 FROM tool WHERE network = $1 AND message IS NOT NULL LIMIT 1"
            ),
        ],
        reading: .rows(of: ToolRow.self),
        writing: FileWriting(
            """
            SELECT id, owner, name, borrower, message FROM tool WHERE network = $1 ORDER BY id
            """
        ) { row, names in
            [
                names.thing(row.integer(0)), names.member(row.integer(1)), row.text(2),
                row.integerIfAny(3).map { names.member($0) } ?? "", row.textIfAny(4) ?? "",
            ]
        }
    )
}

/// A row of that file: imports a tool as ``OfferTool`` does, and its loan as ``LendTool`` does.
struct ToolRow: ImportedRow {
    static let isReferenced = true

    private let cells: RowCells
    private let reference: String
    private let owner: MemberNumber
    private let name: String
    private let borrower: MemberNumber?
    private let message: String

    init(_ cells: RowCells, reference: String) throws(ImportProblem) {
        self.cells = cells
        self.reference = reference
        owner = try cells.required("owner", .noNumber) { MemberNumber($0.text) }
        let (name, message) = (try cells.words("name"), try cells.words("message"))
        self.name = try cells.checked { try Tool.Fields.name.checked(name) }
        borrower = try cells.value("borrower", .noNumber) { MemberNumber($0.text) }
        self.message = try cells.checked { try Tool.Fields.message.checked(message) }
    }

    func write(by writing: RowWriting) throws -> Bool {
        let desk = writing.desk
        let owner = try writing.member(owner, in: "owner", of: cells)
        if let known = try writing.known("tool", reference, Tool.self),
            let there = try desk.tx.tool(known)
        {
            guard there.owner == owner.id, there.name == name else {
                throw cells.problem("id", .idTaken)
            }
            return false
        }
        let made = try OfferTool(owner: .id(owner.id), name: name).run(at: desk)
        if let borrower {
            let borrower = try writing.member(borrower, in: "borrower", of: cells)
            let lending = LendTool(tool: made.id, borrower: .id(borrower.id), message: message)
            _ = try cells.obeying("borrower") { try lending.run(at: desk) }
        }
        try writing.keep(reference, for: made.id, "tool")
        return true
    }
}
