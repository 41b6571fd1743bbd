internal import Timebank

@testable internal import Web

extension Address {
    /// The list of tools, and the target of the form that offers one.
    static let tools = network / "tools"
}
