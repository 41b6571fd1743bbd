internal import Ledger
internal import Timebank

/// The page of a till, in three states in which nothing moves: ready, a card that fits, and a card
/// that does not.
///
/// It is one form. A number and Enter finds whose card it is; Enter alone accepts whoever is shown,
/// so a scanner that fires twice finds twice and takes nothing. Of what a member has, the page says
/// only whether it is enough, or for whom it would be.
package struct TillPage: Page {
    package static let template = Template.till
    package let frame: Frame
    package let title: String
    let tone: String
    let says: [String]
    let wrong: TillWrong?
    let undo: [TillButton]
    let left: [TillButton]
    let action: String
    let key: String
    let token: String
    let isShown: Bool
    let shown: String
    let offerChosen: String
    let priced: String
    let card: String
    let choice: TillChoice?
    let offers: [TillOffer]
    let lists: Bool
    let asksWho: Bool
    let who: [TillPerson]
    let people: [Stepper]
    let accept: TillAccept
    let hasLately: Bool
    let lately: [TillLine]
    let script: TillScript

    /// - `till`: The organisation, and what this person accepted here lately.
    /// - `offer`: What is chosen; nil if nothing is.
    /// - `offers`: The list to choose from; empty if it is closed.
    /// - `form`: What the form sent.
    /// - `said`: Whose card it is, what was just done, or what went wrong.
    /// - `clock`: Formats an instant as the network's local time of day.
    /// - `tokens`: Makes the hidden fields of one form.
    init(
        frame: Frame,
        network: Slug,
        till: TillState,
        offer: Offer?,
        offers: [Offer],
        form: TillForm,
        said: TillSaid,
        now: Instant,
        clock: @escaping (Instant) -> String,
        tokens: () -> FormTokens
    ) {
        let words = frame.words
        let line = offer.map { TillOfferLine($0) }
        let address = Address.till(network, till.organisation.id)
        let here = TillHere(
            network: network,
            till: till.organisation.id,
            now: now,
            clock: clock,
            words: words
        )
        let banner = TillBanner(said, till.accepted, form, here, tokens)
        let own = tokens()
        self.frame = frame
        title = banner.title
        tone = banner.tone
        says = banner.says.isEmpty ? [till.organisation.name] : banner.says
        wrong = banner.wrong
        undo = banner.undo
        left = banner.left
        action = address.text
        (key, token) = (own.key, own.token)
        isShown = said.holder != nil
        shown = isShown ? form.card : ""
        offerChosen = offer?.id.description ?? ""
        priced = TillForm.priced(offer?.id, form.adults, form.children)
        card = Redemption.Fields.card.name.label.map { words($0) } ?? ""
        choice = offers.isEmpty ? line.map { TillChoice($0, words) } : nil
        self.offers = offers.map { TillOffer(TillOfferLine($0), words) }
        lists = !offers.isEmpty
        let guardians = said.holder?.guardians ?? []
        who = TillPerson.all(said.holder?.name ?? "", guardians, form.guardian, words)
        asksWho = !guardians.isEmpty
        people = [
            Stepper(Redemption.Fields.adults, form.adults, short: .adults, said.refusal, words),
            Stepper(
                Redemption.Fields.children,
                form.children,
                short: .tillChildren,
                said.refusal,
                words
            ),
        ]
        accept = TillAccept(line, form, said, words)
        lately = till.accepted.filter { $0.redemption != banner.redemption }.prefix(3)
            .map { TillLine($0, here, tokens) }
        hasLately = !lately.isEmpty
        script = TillScript(line, words)
    }
}

/// Where and when a page of a till is shown.
struct TillHere {
    let network: Slug
    let till: Organisation.ID
    let now: Instant
    let clock: (Instant) -> String
    let words: Localizer
}

/// An offer at the till.
struct TillOfferLine: Hashable, Sendable {
    let offer: Offer.ID
    let name: String
    let adult: Minutes
    /// The price for a child; that of an adult for an offer without one.
    let child: Minutes

    init(_ offer: Offer) {
        self.offer = offer.id
        name = offer.title
        adult = offer.adult
        child = offer.child ?? offer.adult
    }

    func price(_ words: Localizer) -> String {
        words.price(adult: adult, child: child)
    }

    /// What a party costs; nil if nobody comes, or more than an offer allows.
    func price(of party: Party?) -> Minutes? {
        guard let party, (0...100).contains(party.adults), (0...100).contains(party.children) else {
            return nil
        }
        let sum = adult.count * Int64(party.adults) + child.count * Int64(party.children)
        return sum > 0 ? Minutes(sum) : nil
    }
}

/// The offer that is chosen.
struct TillChoice: Hashable, Sendable {
    let choiceName: String
    let choicePrice: String

    init(_ line: TillOfferLine, _ words: Localizer) {
        choiceName = line.name
        choicePrice = line.price(words)
    }
}

/// An offer in the list to choose from.
struct TillOffer: Hashable, Sendable {
    let offer: String
    let name: String
    let price: String

    init(_ line: TillOfferLine, _ words: Localizer) {
        offer = line.offer.description
        name = line.name
        price = line.price(words)
    }
}

/// What the script needs: prices for the running sum, and the words that only it shows.
struct TillScript: Hashable, Sendable {
    let adult: Int64
    let child: Int64
    let unitHour: String
    let unitMinute: String
    let acceptSum: String
    let camera: String
    let cameraStop: String

    init(_ line: TillOfferLine?, _ words: Localizer) {
        adult = line?.adult.count ?? 0
        child = line?.child.count ?? 0
        unitHour = words(CalendarText.unitHour)
        unitMinute = words(CalendarText.unitMinute)
        acceptSum = words(SpendingText.tillAcceptSum)
        camera = words(SpendingText.tillCamera)
        cameraStop = words(SpendingText.tillCameraStop)
    }
}

extension Template {
    static let till = Template("till", PackageResources.till_mustache)
    static let tillButton = Template("tillButton", PackageResources.tillButton_mustache)
}
