internal import Timebank

extension Routes {
    static let offers = network / "offers"
    static let offer = offers / Offer.ID.self
    static let redemptions = network / "redemptions"
    static let undo = redemptions / Redemption.ID.self / "reversal"
    static let cards = organisation / "cards"
    static let monthStatement = organisation / "statement"
}
