internal import Ledger
internal import Timebank

/// The big answer at the top of a till's page: who it is, what was accepted, or what went wrong.
struct TillBanner {
    let title: String
    /// The class that colours it: `taken`, `bad` or none.
    let tone: String
    let says: [String]
    let wrong: TillWrong?
    /// The button that undoes it; empty if that is not possible.
    let undo: [TillButton]
    /// The button that shows the member what is left; empty if that is not possible.
    let left: [TillButton]
    /// The redemption that it is about; the list below leaves it out.
    let redemption: Redemption.ID?

    init(
        _ said: TillSaid,
        _ accepted: [AcceptedRedemption],
        _ form: TillForm,
        _ here: TillHere,
        _ tokens: () -> FormTokens
    ) {
        let words = here.words
        if let holder = said.holder {
            self.init(of: holder, said, form, words)
        } else if let refusal = said.refusal {
            let wrong = refusal.words(in: words.language, at: here.now)
            self.init(
                wrong.title,
                tone: "bad",
                wrong: TillWrong(refusal, wrong.sentence)
            )
        } else if let taken = accepted.first(where: { $0.redemption == said.accepted }) {
            self.init(of: taken, left: said.left, here, tokens)
        } else if let taken = accepted.first(where: { $0.redemption == said.undone && $0.isUndone })
        {
            self.init(
                taken.holder,
                tone: "taken",
                says: [words(SpendingText.undoneBack, ["minutes": .minutes(taken.minutes)])]
            )
        } else {
            self.init(words(SpendingText.tillReady))
        }
    }

    private init(
        _ title: String,
        tone: String = "",
        says: [String] = [],
        wrong: TillWrong? = nil,
        undo: [TillButton] = [],
        left: [TillButton] = [],
        redemption: Redemption.ID? = nil
    ) {
        (self.title, self.tone, self.says, self.wrong) = (title, tone, says, wrong)
        (self.undo, self.left, self.redemption) = (undo, left, redemption)
    }

    /// Who is shown, and whether it is enough.
    private init(
        of holder: CardHolder,
        _ said: TillSaid,
        _ form: TillForm,
        _ words: Localizer
    ) {
        // A code is a secret of the card, so only a number is repeated.
        let isCode = CardCode(form.card) != nil
        let says: String? =
            switch (holder.fit, isCode) {
            case (.enough?, false): words(SpendingText.tillEnoughOf, ["number": .word(form.card)])
            case (.enough?, true): words(SpendingText.tillEnough)
            case (.tooLittle?, false): words(SpendingText.tillShortOf, ["number": .word(form.card)])
            case (.tooLittle?, true): words(SpendingText.tillShort)
            case (nil, let isCode): isCode ? nil : form.card
            }
        // That it is not enough is said by the button.
        let refusal = said.refusal.flatMap { refusal -> TillWrong? in
            if case SpendingRefusal.doesNotFit = refusal, case .tooLittle? = holder.fit {
                return nil
            }
            let wrong = refusal.words(in: words.language)
            return TillWrong(refusal, "\(wrong.title). \(wrong.sentence)")
        }
        self.init(holder.name, says: [says].compactMap(\.self), wrong: refusal)
    }

    /// What was just accepted, with the button to undo it while that is possible.
    private init(
        of taken: AcceptedRedemption,
        left: Minutes?,
        _ here: TillHere,
        _ tokens: () -> FormTokens
    ) {
        let (words, network) = (here.words, here.network)
        let minutes: [String: Fact] = ["minutes": .minutes(taken.minutes)]
        guard !taken.isUndone else {
            self.init(taken.holder, tone: "taken", says: [words(SpendingText.undoneBack, minutes)])
            return
        }
        var says = [words(SpendingText.acceptedSays, minutes)]
        if let left { says.append(words(SpendingText.tillLeftSays, ["minutes": .minutes(left)])) }
        if let guardian = taken.guardian {
            says.append(
                words(
                    SpendingText.acceptedFor,
                    ["name": .word(taken.holder), "guardian": .word(guardian)]
                )
            )
        }
        let isFresh = taken.canBeUndone(at: here.now)
        let undo = TillButton(
            words(SpendingText.undoButton),
            to: Address.undo(network, here.till, taken.redemption),
            tokens()
        )
        let showing = TillButton(
            words(SpendingText.tillLeft),
            to: Address.left(network, here.till, taken.redemption),
            tokens(),
            plain: true
        )
        self.init(
            taken.holder,
            tone: "taken",
            says: says,
            undo: isFresh ? [undo] : [],
            left: isFresh && left == nil ? [showing] : [],
            redemption: taken.redemption
        )
    }
}

/// What went wrong, in words, and the field that it is about.
struct TillWrong: Hashable, Sendable {
    let wrongId: String
    let wrongSays: String

    fileprivate init(_ refusal: any Refusal, _ says: String) {
        wrongId = "f-\(refusal.field?.text ?? "till")-wrong"
        wrongSays = says
    }
}

/// A form that is only a button, such as to undo a redemption.
struct TillButton: Hashable, Sendable {
    let buttonAction: String
    let key: String
    let token: String
    let buttonText: String
    /// What a screen reader says in place of the text; nil if the text is clear by itself.
    let buttonSpoken: String?
    let buttonPlain: Bool

    init(
        _ text: String,
        to address: Href,
        _ tokens: FormTokens,
        spoken: String? = nil,
        plain: Bool = false
    ) {
        buttonAction = address.text
        (key, token) = (tokens.key, tokens.token)
        buttonText = text
        buttonSpoken = spoken
        buttonPlain = plain
    }
}

/// A redemption in the list below the form.
struct TillLine: Hashable, Sendable {
    let time: String
    let holder: String
    let sum: String
    let isUndone: Bool
    let again: [TillButton]

    init(_ taken: AcceptedRedemption, _ here: TillHere, _ tokens: () -> FormTokens) {
        time = here.clock(taken.at)
        holder = taken.holder
        sum = here.words.hours(taken.minutes)
        isUndone = taken.isUndone
        again =
            taken.canBeUndone(at: here.now)
            ? [
                TillButton(
                    here.words(SpendingText.undoButton),
                    to: Address.undo(here.network, here.till, taken.redemption),
                    tokens(),
                    spoken: here.words(
                        SpendingText.tillUndoOf,
                        ["name": .word(taken.holder)]
                    )
                )
            ] : []
    }
}
