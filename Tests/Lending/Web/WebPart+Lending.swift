internal import Timebank

@testable internal import Web

extension WebPart {
    /// The pages and API endpoints of the sample part.
    static let lending = WebPart(
        "Lending",
        heading: "Tools",
        calls: [ToolCalls()],
        journeys: [Borrowing()],
        templates: [.tools],
        schemas: [.one(Tool.self), .stretch(of: Tool.self)],
        facts: [
            .possible("borrower", .text(1...32), "The number of the member who has the tool.")
        ]
    )
}
