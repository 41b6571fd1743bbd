internal import Ledger
internal import Store
@testable internal import Timebank

/// Lends a tool to a member.
///
/// Lending it again to the member who already has it succeeds and replaces the message.
struct LendTool: Operation {
    let tool: Tool.ID
    let borrower: MemberName
    let message: String

    static let name = "tool.lend"
    static let access: Access = .own || .coordinator || .operator
    var subject: Subject { .owned(tool) }

    func run(at desk: Desk) throws -> Tool {
        let message = try Tool.Fields.message.checked(message)
        guard let borrower = try desk.tx.member(borrower, in: desk.here.id) else {
            throw PeopleRefusal.unknownMember(field: Tool.Fields.borrower.name)
        }
        let lent = try Tool.recall([tool.raw], at: desk.view)
        guard borrower.id != lent.owner else { throw LendingRefusal.ownTool }
        desk.touch(tool)
        let changed = try desk.tx.change(
            """
            UPDATE tool SET borrower = $1, message = $2
            WHERE id = $3 AND (borrower IS NULL OR borrower = $1)
            """,
            borrower.id,
            message,
            tool
        )
        guard changed > 0 else { throw try refusal(desk) }
        return try Tool.recall([tool.raw], at: desk.view)
    }

    /// The refusal to throw when another member has borrowed the tool; it names that member.
    private func refusal(_ desk: Desk) throws -> LendingRefusal {
        let lent = try Tool.recall([tool.raw], at: desk.view)
        let holder = try lent.borrower.flatMap {
            try desk.tx.member(.id($0), in: desk.here.id)
        }
        return .alreadyLent(to: holder?.number)
    }
}
