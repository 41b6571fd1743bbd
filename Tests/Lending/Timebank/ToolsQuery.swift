internal import Ledger
internal import Store
@testable internal import Timebank

/// Lists the tools of a network, newest first.
struct ToolsQuery: Query {
    let span: Span

    static let name = "tool.list"
    static let access: Access = .belongs || .operator
    var subject: Subject { .network }

    /// - `span`: The page of the list to return.
    init(span: Span = Span()) { self.span = span }

    func answer(at view: View) throws -> ResultPage<Tool> {
        let rows = try view.tx.all(
            """
            SELECT \(Tool.columns) FROM tool t WHERE t.network = $1 AND t.id < $2
            ORDER BY t.id DESC LIMIT $3
            """,
            view.here.id,
            span.after ?? .max,
            span.limit + 1,
            as: Tool.init
        )
        return ResultPage(rows, limit: span.limit) { $0.id.raw }
    }
}
