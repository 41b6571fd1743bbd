internal import Timebank

@testable internal import Web

extension Address {
    /// What there is to borrow, and where something more is offered.
    static let tools = network / "tools"
}
