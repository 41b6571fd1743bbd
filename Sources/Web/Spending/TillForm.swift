internal import Ledger
internal import Timebank

/// What the one form of the till sent: a card that was typed, the card that is shown, what is
/// chosen, and which button was pressed.
struct TillForm: Sendable {
    /// What a button of the form asks for.
    enum Act: String {
        /// Enter: looks up what was typed; with an empty field it accepts whoever is shown.
        case enter
        /// The button beside the field: looks up what was typed, or asks again.
        case find
        case accept
        /// Accepts a number of people that was asked about.
        case sure
        /// Opens the list of offers.
        case change
    }

    /// The card or number to act on: what was typed, or else the one that is shown.
    let card: String
    /// Whether something was typed; then nothing is accepted, whichever button was pressed.
    let isTyped: Bool
    let act: Act
    let offer: Offer.ID?
    let adults: String
    let children: String
    let guardian: String?
    /// For what and for how many people the button that accepts was labelled.
    private let priced: String

    /// The largest number of people that is accepted without being asked about.
    static let usual = Fit.most

    /// The form as it is when nobody is shown.
    ///
    /// - `offer`: The offer that this device chose last.
    init(choosing offer: Offer.ID?) {
        self.init(card: "", isTyped: false, act: .find, offer: offer, party: ("1", "0"))
    }

    /// Reads a form that was sent in a network.
    init(_ body: FormBody, in network: Slug) {
        let (typed, shown) = (body.value(Redemption.Fields.card).asCode, body[Self.shown])
        let next = Self.plain(typed, in: network)
        let isAnother = !typed.isEmpty && !shown.isEmpty && !Self.isSame(next, shown)
        let fits = body[Self.fits].split(separator: " ")
        var party = (body[Redemption.Fields.adults.name], body[Redemption.Fields.children.name])
        if isAnother { party = ("1", "0") }
        if fits.count == 2 { party = (String(fits[0]), String(fits[1])) }
        let chosen = Offer.ID(body[Self.choice]) ?? Offer.ID(body[Redemption.Fields.offer.name])
        let pressed = Act(rawValue: body[Self.act]) ?? .find
        self.init(
            card: typed.isEmpty ? shown : next,
            isTyped: !typed.isEmpty,
            act: fits.isEmpty && body[Self.choice].isEmpty ? pressed : .find,
            offer: chosen,
            party: party,
            guardian: isAnother ? nil : body.ifAny(Redemption.Fields.guardian),
            priced: body[Self.priced]
        )
    }

    private init(
        card: String,
        isTyped: Bool,
        act: Act,
        offer: Offer.ID?,
        party: (String, String),
        guardian: String? = nil,
        priced: String = ""
    ) {
        (self.card, self.isTyped, self.act, self.offer) = (card, isTyped, act, offer)
        (adults, children) = party
        self.guardian = guardian
        self.priced = priced
    }

    /// The same form with another offer.
    func choosing(_ offer: Offer.ID?) -> TillForm {
        TillForm(
            card: card,
            isTyped: isTyped,
            act: act,
            offer: offer,
            party: (adults, children),
            guardian: guardian,
            priced: priced
        )
    }

    /// Whether the button that accepts said what is to be accepted now.
    ///
    /// Without JavaScript it does not follow when numbers of people are typed.
    var isPriced: Bool { priced == Self.priced(offer, adults, children) }

    /// The people who come.
    ///
    /// - Throws: A ``FieldRefusal`` for what is no whole number.
    func party() throws -> Party {
        let body = FormBody(
            text: "adults=\(Address.escaped(adults))&children=\(Address.escaped(children))"
        )
        return Party(
            adults: try body.count(Redemption.Fields.adults),
            children: try body.count(Redemption.Fields.children)
        )
    }

    /// What the button that accepts is labelled for, as the form sends it.
    static func priced(_ offer: Offer.ID?, _ adults: String, _ children: String) -> String {
        "\(offer?.description ?? "") \(adults.trimmed) \(children.trimmed)"
    }

    /// A card's address or code or a number in the form in which it is sent again.
    private static func plain(_ typed: String, in network: Slug) -> String {
        (try? CardText(typed, in: network))?.plain ?? typed
    }

    /// Whether two texts stand for the same card or number.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        func symbols(_ text: String) -> String {
            text.uppercased().filter { $0.isLetter || $0.isNumber }
        }
        return symbols(one) == symbols(other)
    }
}

// The names of what the form sends beside the fields of a redemption.
extension TillForm {
    /// The card that is shown.
    static let shown: FieldName = "shown"
    /// For what the button that accepts is labelled.
    static let priced: FieldName = "priced"
    /// The button that was pressed; see ``Act``.
    static let act: FieldName = "act"
    /// The button of an offer in the list.
    static let choice: FieldName = "choose"
    /// The button of fewer people for whom it would be enough: adults and children.
    static let fits: FieldName = "fit"
}
