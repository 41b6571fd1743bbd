internal import Ledger
internal import Store
@testable internal import Timebank

/// A part that no program has, for trying what a part gets by saying what it adds: members lend
/// each other tools.
///
/// One value lists it, one line hangs it in (``Scheme/lending``), and one step makes its table.
extension Part {
    static let lending = Part(
        "Lending",
        operations: [OfferTool.self, LendTool.self],
        queries: [ToolsQuery.self],
        tables: [.tool],
        files: [.tools]
    )
}

extension Scheme {
    static let lending = Scheme(Scheme.standard.parts + [.lending])
}

extension Table {
    static let tool = Table(
        "tool",
        "a tool",
        .network,
        may: [.insert, .update],
        marks: .changing(15, "owner"),
        erasing: [
            .delete(.member, where: "owner = $1"),
            .empty("borrower", "message", of: .member, where: "borrower = $1"),
        ],
        forgetting: .rows(where: "lost_at <= $1", after: .seconds(60)),
        [
            Column("id", .id),
            Column("network", .reference(to: "network", .listed)),
            Column("owner", .reference(to: "member", .listed)),
            Column("name", .words(.member)),
            .maybe("borrower", .reference(to: "member", .listed)),
            .maybe("message", .words(.member)),
            .maybe("before", .reference(to: "tool", .listed)),
            .maybe("lost_at", .instant),
        ]
    )
}

extension Migration {
    static let lending = Migration(
        901,
        "lending",
        oldestProgram: 12,
        making: [.tool],
        Script(
            """
            CREATE TABLE tool (
                id {id} PRIMARY KEY,
                network {id} NOT NULL REFERENCES network (id),
                owner {id} NOT NULL REFERENCES member (id),
                name {text} NOT NULL,
                borrower {id},
                message {text},
                before {id},
                lost_at {int}
            ){table};

            """
        )
    )
}

struct Tool: Hashable, Sendable {
    typealias ID = Ledger.ID<Tool>

    let id: ID
    let owner: Member.ID
    let name: String
    let borrower: Member.ID?

    static let columns: SQLText = "t.id, t.owner, t.name, t.borrower"

    init(_ row: Row) {
        id = row.id(0)
        owner = row.id(1)
        name = row.text(2)
        borrower = row.idIfAny(3)
    }
}

extension Tool: OwnedEntity {
    static func scene(of id: ID, in network: Network.ID, _ tx: Transaction) throws -> Scene? {
        try tx.first(
            """
            SELECT m.id, m.person FROM tool t JOIN member m ON m.id = t.owner
            WHERE t.id = $1 AND t.network = $2
            """,
            id,
            network
        ) { Scene(member: $0.id(0), person: $0.idIfAny(1)) }
    }
}

extension Tool: Outcome {
    var made: [Int64] { [id.raw] }

    static func recall(_ made: [Int64], at view: View) throws -> Tool {
        guard let id = made.first, let found = try find(ID(raw: id), view.tx) else {
            throw AccessRefusal.notFound
        }
        return found
    }

    static func find(_ id: ID, _ tx: Transaction) throws -> Tool? {
        try tx.first("SELECT \(columns) FROM tool t WHERE t.id = $1", id, as: Tool.init)
    }
}

/// Offers something to borrow.
struct OfferTool: Operation {
    let owner: MemberName
    let name: String

    static let name = "tool.offer"
    static let access: Access = .own || .operator
    var subject: Subject { .owned(owner) }

    func run(at desk: Desk) throws -> Tool {
        guard let member = try desk.tx.member(owner, in: desk.here.id) else {
            throw AccessRefusal.notFound
        }
        let id = desk.newID(Tool.self)
        try desk.tx.run(
            "INSERT INTO tool (id, network, owner, name) VALUES ($1, $2, $3, $4)",
            id,
            desk.here.id,
            member.id,
            name
        )
        try desk.makes(.tool, id)
        return try Tool.recall([id.raw], at: desk.view)
    }
}

/// Lends something that somebody offered.
struct LendTool: Operation {
    let tool: Tool.ID
    let borrower: Member.ID
    let message: String

    static let name = "tool.lend"
    static let access: Access = .own || .operator
    var subject: Subject { .owned(tool) }

    func run(at desk: Desk) throws -> Tool {
        desk.touch(tool)
        try desk.tx.run(
            "UPDATE tool SET borrower = $1, message = $2 WHERE id = $3",
            borrower,
            message,
            tool
        )
        return try Tool.recall([tool.raw], at: desk.view)
    }
}

/// Asks what there is to borrow.
struct ToolsQuery: Query {
    static let name = "tool.list"
    static let access: Access = .belongs || .operator
    var subject: Subject { .network }

    func answer(at view: View) throws -> [Tool] {
        try view.tx.all(
            "SELECT \(Tool.columns) FROM tool t WHERE t.network = $1 ORDER BY t.id LIMIT 200",
            view.here.id,
            as: Tool.init
        )
    }
}
