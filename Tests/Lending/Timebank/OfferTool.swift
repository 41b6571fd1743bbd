internal import Ledger
internal import Store
@testable internal import Timebank

/// Offers a tool for lending.
struct OfferTool: Operation {
    let owner: MemberName
    let name: String

    static let name = "tool.offer"
    static let access: Access = .own || .coordinator || .operator
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
            try Tool.Fields.name.checked(name)
        )
        try desk.makes(.tool, id)
        return try Tool.recall([id.raw], at: desk.view)
    }
}
