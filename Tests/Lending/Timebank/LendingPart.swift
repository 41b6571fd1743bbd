@testable internal import Timebank

/// A part that the program has not: members lend each other tools.
///
/// It is the sample of CONTRIBUTING.md. Everything about it is in its own folders, and three lines
/// hang it in: ``Scheme/lending`` and two in ``CLI/Program/lending``.
extension Part {
    /// Tools that members lend each other.
    static let lending = Part(
        "Lending",
        operations: [OfferTool.self, LendTool.self],
        queries: [ToolsQuery.self],
        tables: [.tool],
        files: [.tools],
        texts: [LendingText.self],
        refusals: [LendingRefusal.self]
    )
}
