extension Routes {
    static let account = network + "/accounts/{account}"
    static let statement = account + "/transfers"
    static let transfers = network + "/transfers"
    static let reversal = transfers + "/{transfer}/reversal"
    static let grants = network + "/grants"
}
