extension Routes {
    static let offers = network + "/offers"
    static let offer = offers + "/{offer}"
    static let redemptions = network + "/redemptions"
    static let undo = redemptions + "/{redemption}/reversal"
    static let cards = organisation + "/cards"
}
