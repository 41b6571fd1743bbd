/// The addresses of the API, each once; names in braces are what stands there.
enum Routes {
    static let root = "/api/v1"
    static let document = root + "/openapi.json"
    static let tokens = root + "/tokens"
    static let currentToken = tokens + "/current"
    static let codes = root + "/codes"
    static let me = root + "/me"

    static let network = root + "/networks/{network}"
    static let account = network + "/accounts/{account}"
    static let statement = account + "/transfers"
    static let transfers = network + "/transfers"
    static let reversal = transfers + "/{transfer}/reversal"
    static let grants = network + "/grants"

    static let opportunities = network + "/opportunities"
    static let enteredHours = opportunities + "/{opportunity}/hours"
    static let hours = network + "/hours"
    static let confirmation = hours + "/{hours}/confirmation"
    static let refusal = hours + "/{hours}/refusal"

    static let offers = network + "/offers"
    static let redemptions = network + "/redemptions"
    static let undo = redemptions + "/{redemption}/reversal"

    static let organisations = network + "/organisations"
    static let organisation = organisations + "/{organisation}"
    static let allocations = organisation + "/allocations"
    static let waitingHours = organisation + "/hours"
    static let confirmations = organisation + "/confirmations"
    static let cards = organisation + "/cards"

    static let members = network + "/members"
    static let member = members + "/{member}"
    static let memberHours = member + "/hours"
}
