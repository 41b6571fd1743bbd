internal import Ledger
internal import Timebank

/// The button that accepts, with the amount; or in its place, why nothing can be accepted.
struct TillAccept: Hashable, Sendable {
    let text: String
    /// What the button sends as ``TillForm/act``.
    let value: String
    /// Whether nothing can be accepted; the button then says why.
    let off: Bool
    /// A question about the number of people, above the button.
    let question: String?
    let note: String?
    let fewer: [TillFewer]
    /// Whether a number of people is wanted, to which the refusal beside the name belongs.
    let lacks: Bool

    init(_ line: TillOfferLine?, _ form: TillForm, _ said: TillSaid, _ words: Localizer) {
        let party = try? form.party()
        let price = line?.price(of: party)
        var sentence = words(SpendingText.tillAccept)
        var (value, off, lacks) = (TillForm.Act.accept, true, false)
        var question: String?
        var note: String?
        var fewer: [TillFewer] = []
        func sum(_ text: SpendingText, _ minutes: Minutes) -> String {
            words(text, ["sum": .minutes(minutes)])
        }
        if said.holder == nil {
            sentence = words(SpendingText.tillReadFirst)
        } else if line == nil {
            sentence = words(SpendingText.tillChooseFirst)
        } else if case .tooLittle(let part)? = said.holder?.fit, let price {
            sentence = sum(.tillNeeds, price)
            lacks = true
            note = words(SpendingText.tillShare)
            fewer = TillFewer.all(part, line, words)
        } else if let price, said.refusal?.field == nil || said.holder?.fit == .enough {
            off = false
            sentence = sum(.tillAcceptSum, price)
            note = words(
                said.holder?.fit == nil ? SpendingText.tillUnknown : SpendingText.tillUndo
            )
            if said.asks, let party {
                value = .sure
                sentence = sum(.tillSure, price)
                question = words(
                    SpendingText.tillMany,
                    ["people": .word(party.said(words)), "sum": .minutes(price)]
                )
            }
        } else {
            sentence = words(SpendingText.tillPeopleFirst)
        }
        text = sentence
        self.value = value.rawValue
        (self.off, self.question, self.note) = (off, question, note)
        (self.fewer, self.lacks) = (fewer, lacks)
    }
}

/// A button that chooses fewer people, for whom it would be enough.
struct TillFewer: Hashable, Sendable {
    let fewerText: String
    let fewerValue: String

    fileprivate static func all(
        _ party: Party?,
        _ line: TillOfferLine?,
        _ words: Localizer
    ) -> [TillFewer] {
        guard let party, let price = line?.price(of: party) else { return [] }
        let text = words(
            SpendingText.tillWouldFit,
            ["people": .word(party.said(words)), "sum": .minutes(price)]
        )
        return [TillFewer(fewerText: text, fewerValue: "\(party.adults) \(party.children)")]
    }
}
