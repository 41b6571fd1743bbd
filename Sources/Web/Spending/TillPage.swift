package import Ledger
package import Timebank

/// The till page after a card was entered: choose an offer and the number of people, and accept.
///
/// It is one form, which sends the card again. The holder's balance is not shown; whether it
/// suffices is known only when the credits are accepted or refused. Without JavaScript only the
/// running total is missing; the next page shows the amount and has the form to undo it.
package struct TillPage: Page {
    package static let template = Template.till
    package let frame: Frame
    package let title: String
    let venue: String
    let mistakes: Mistakes?
    let offersWrong: Wrong?
    let action: String
    let key: String
    let token: String
    let card: String
    let who: [TillPerson]
    let whoWrong: Wrong?
    let asksWho: Bool
    let offers: [TillOffer]
    let people: [Stepper]
    let unitHour: String
    let unitMinute: String
    let accept: String
    let acceptSum: String
    let again: Link

    /// - `organisation`: The id of the organisation.
    /// - `venue`: The organisation's name.
    /// - `holder`: The card holder's name as a till may see it, such as `Krystyna N.`
    /// - `guardians`: The guardians who may be at the till for the holder, by id.
    /// - `card`: The card code that was scanned or typed; the form sends it again.
    /// - `offers`: The offers to choose from; the first is chosen at first.
    package init(
        frame: Frame,
        network: Slug,
        organisation: Organisation.ID,
        venue: String,
        holder: String,
        guardians: [Alternative] = [],
        card: String,
        offers: [TillOfferLine],
        tokens: FormTokens,
        entered: Entered = .nothing
    ) {
        let words = frame.words
        self.frame = frame
        title = words(SpendingText.tillHolder, ["name": .word(holder)])
        self.venue = venue
        mistakes = entered.summary(words)
        offersWrong = entered.mistake(in: Redemption.Fields.offer.name)
        action = Address.till(network, organisation).text
        key = tokens.key
        token = tokens.token
        self.card = card
        who = TillPerson.all(holder, guardians, entered, words)
        whoWrong = entered.mistake(in: Redemption.Fields.guardian.name)
        asksWho = !who.isEmpty
        let chosen = entered.value(
            Redemption.Fields.offer.name,
            otherwise: offers.first?.offer.description ?? ""
        )
        self.offers = offers.enumerated().map { index, line in
            TillOffer(
                line,
                first: index == 0,
                chosen: line.offer.description == chosen,
                words: words
            )
        }
        people = [
            Stepper(Redemption.Fields.adults, entered, otherwise: "1", words),
            Stepper(Redemption.Fields.children, entered, otherwise: "0", words),
        ]
        unitHour = words(CalendarText.unitHour)
        unitMinute = words(CalendarText.unitMinute)
        accept = words(SpendingText.tillAccept)
        acceptSum = words(SpendingText.tillAcceptSum)
        again = Link(words(SpendingText.tillOther), to: Address.till(network, organisation))
    }
}

/// One of the people who may be at the till: the holder or a guardian.
struct TillPerson: Hashable, Sendable {
    let id: String
    let person: String
    let name: String
    let hint: String?
    let chosen: Bool

    /// The holder, who is chosen at first, and the guardians; empty if there are no guardians.
    fileprivate static func all(
        _ holder: String,
        _ guardians: [Alternative],
        _ entered: Entered,
        _ words: Localizer
    ) -> [TillPerson] {
        if guardians.isEmpty { return [] }
        let chosen = entered.value(Redemption.Fields.guardian.name)
        let hint = words(SpendingText.tillWhoHint, ["name": .word(holder)])
        let isKnown = guardians.contains { $0.value == chosen }
        let first = TillPerson(
            id: "f-guardian",
            person: "",
            name: holder,
            hint: nil,
            chosen: !isKnown
        )
        return [first]
            + guardians.map {
                TillPerson(
                    id: "f-guardian-\($0.value)",
                    person: $0.value,
                    name: $0.text,
                    hint: hint,
                    chosen: $0.value == chosen
                )
            }
    }
}

/// An offer at the till.
package struct TillOfferLine: Hashable, Sendable {
    package let offer: Offer.ID
    package let name: String
    package let adult: Minutes
    package let child: Minutes

    /// - `offer`: The id of the offer.
    /// - `adult`: The price for an adult, in minutes.
    /// - `child`: The price for a child, in minutes.
    package init(offer: Offer.ID, name: String, adult: Minutes, child: Minutes) {
        self.offer = offer
        self.name = name
        self.adult = adult
        self.child = child
    }
}

/// An offer as the template shows it, with its prices in minutes for the running total.
struct TillOffer: Hashable, Sendable {
    let id: String
    let offer: String
    let name: String
    let price: String
    let adult: Int64
    let child: Int64
    let chosen: Bool

    fileprivate init(_ line: TillOfferLine, first: Bool, chosen: Bool, words: Localizer) {
        id = first ? "f-offer" : "f-offer-\(line.offer)"
        offer = line.offer.description
        name = line.name
        adult = line.adult.count
        child = line.child.count
        self.chosen = chosen
        price = words.price(adult: line.adult, child: line.child)
    }
}

/// A number input to which JavaScript adds a button for less and one for more.
struct Stepper: Hashable, Sendable {
    let id: String
    let name: String
    let label: String
    let value: String
    let fewer: String
    let more: String
    let wrong: Wrong?

    fileprivate init(
        _ field: Field<Int64>,
        _ entered: Entered,
        otherwise: String,
        _ words: Localizer
    ) {
        let (name, label) = (field.name, field.question(words))
        id = "f-\(name)"
        self.name = name.text
        self.label = label
        value = entered.value(name, otherwise: otherwise)
        fewer = words(SpendingText.stepFewer, ["what": .word(label)])
        more = words(SpendingText.stepMore, ["what": .word(label)])
        wrong = entered.mistake(in: name)
    }
}

extension Template {
    static let till = Template("till", PackageResources.till_mustache)
}
