internal import Ledger
internal import Timebank

@testable internal import Web

extension Routes {
    static let tools = network / "tools"
    static let loan = tools / Tool.ID.self / "loan"
}
