internal import Ledger
internal import Timebank

/// One of the people who may be at the till: the holder or a guardian.
struct TillPerson: Hashable, Sendable {
    let id: String
    let person: String
    let name: String
    let hint: String?
    let chosen: Bool

    /// The holder, who is chosen at first, and the guardians; empty if there are no guardians.
    static func all(
        _ holder: String,
        _ guardians: [Presenter],
        _ asked: String?,
        _ words: Localizer
    ) -> [TillPerson] {
        if guardians.isEmpty { return [] }
        let hint = words(SpendingText.tillWhoHint, ["name": .word(holder)])
        let isKnown = guardians.contains { $0.person.description == asked }
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
                    id: "f-guardian-\($0.person)",
                    person: $0.person.description,
                    name: $0.name,
                    hint: hint,
                    chosen: $0.person.description == asked
                )
            }
    }
}

/// A number input to which JavaScript adds a button for less and one for more.
struct Stepper: Hashable, Sendable {
    let id: String
    let name: String
    /// The label that is seen, in a word or two.
    let short: String
    let label: String
    let value: String
    let fewer: String
    let more: String
    /// Whether the refusal beside the name is about this number.
    let isWrong: Bool

    init(
        _ field: Field<Int64>,
        _ typed: String,
        short: SpendingText,
        _ refusal: (any Refusal)?,
        _ words: Localizer
    ) {
        let (name, label) = (field.name, field.question(words))
        id = "f-\(name)"
        self.name = name.text
        self.label = label
        self.short = words(short)
        value = typed
        fewer = words(SpendingText.stepFewer, ["what": .word(label)])
        more = words(SpendingText.stepMore, ["what": .word(label)])
        isWrong = refusal?.field == name
    }
}

extension Party {
    /// Formats a party such as `2 adults, 1 child`, without a part whose count is 0.
    func said(_ words: Localizer) -> String {
        [
            adults > 0 ? words(SpendingText.adultsCount, ["count": .number(Int64(adults))]) : nil,
            children > 0
                ? words(SpendingText.childrenCount, ["count": .number(Int64(children))]) : nil,
        ]
        .compactMap(\.self).joined(separator: ", ")
    }
}
