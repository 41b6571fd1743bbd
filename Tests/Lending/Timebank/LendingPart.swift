@testable internal import Timebank

/// The sample part of CONTRIBUTING.md, which is not in the program: members lend each other tools.
///
/// All of its code is in its own folders. It is registered in ``Scheme/lending`` and in
/// ``CLI/Program/lending``.
extension Part {
    /// The operations, queries, tables, files, texts and refusals of the sample part.
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
