internal import Ledger
internal import Store
@testable internal import Timebank

/// A tool that a member lends, and who has borrowed it.
struct Tool: Hashable, Sendable {
    typealias ID = Ledger.ID<Tool>

    let id: ID
    let owner: Member.ID
    let name: String
    /// The member who has borrowed the tool; `nil` while it is with its owner.
    let borrower: Member.ID?

    static let columns: SQLText = "t.id, t.owner, t.name, t.borrower"

    /// Reads a tool from a row of ``columns``.
    init(_ row: Row) {
        id = row.id(0)
        owner = row.id(1)
        name = row.text(2)
        borrower = row.idIfAny(3)
    }
}

extension Tool: OwnedEntity {
    static func subjectOwner(
        of id: ID,
        in network: Network.ID,
        _ tx: Transaction
    ) throws -> SubjectOwner? {
        try tx.first(
            """
            SELECT m.id, m.person FROM tool t JOIN member m ON m.id = t.owner
            WHERE t.id = $1 AND t.network = $2
            """,
            id,
            network
        ) { SubjectOwner(member: $0.id(0), person: $0.idIfAny(1)) }
    }
}

extension Tool: Outcome {
    var made: [Int64] { [id.raw] }

    static func recall(_ made: [Int64], at view: View) throws -> Tool {
        guard let id = made.first, let found = try view.tx.tool(ID(raw: id)) else {
            throw AccessRefusal.notFound
        }
        return found
    }
}

extension Transaction {
    /// Returns the tool with this id, or `nil` if there is none.
    func tool(_ id: Tool.ID) throws -> Tool? {
        try first("SELECT \(Tool.columns) FROM tool t WHERE t.id = $1", id, as: Tool.init)
    }
}
