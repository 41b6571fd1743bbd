package import Ledger
package import Timebank

extension DonePage {
    /// The confirmation page of a redemption, with the form to undo it while that is possible.
    ///
    /// - `ward`: The name of the card's holder, and of the guardian who was at the till for them.
    /// - `undo`: The time of day until which it can be undone, and the tokens of the form; `nil` if
    ///   the viewer cannot undo it.
    package static func accepted(
        frame: Frame,
        network: Slug,
        organisation: Organisation.ID,
        redemption: Redemption.ID,
        for ward: (name: String, by: String)? = nil,
        offer: String,
        adults: Int64,
        children: Int64,
        minutes: Minutes,
        undo: (until: String, tokens: FormTokens)?
    ) -> DonePage {
        let words = frame.words
        let form = undo.map { undo in
            Form(
                lead: words(SpendingText.undoUntil, ["time": .word(undo.until)]),
                to: Address.undo(network, organisation, redemption),
                undo.tokens,
                button: words(SpendingText.undoButton),
                quiet: true
            )
        }
        return DonePage(
            frame: frame,
            title: words(SpendingText.acceptedTitle, ["minutes": .minutes(minutes)]),
            ring: RingView(minutes, words: words),
            sentences: [
                "\(offer): \(people(adults: adults, children: children, words: words))",
                ward.map {
                    words(
                        SpendingText.acceptedFor,
                        ["name": .word($0.name), "guardian": .word($0.by)]
                    )
                },
            ].compactMap(\.self),
            undo: form,
            next: Link(words(SpendingText.tillNextCard), to: Address.till(network, organisation)),
            till: true
        )
    }

    /// The page that says that a redemption was undone.
    package static func undone(
        frame: Frame,
        network: Slug,
        organisation: Organisation.ID,
        minutes: Minutes
    ) -> DonePage {
        let words = frame.words
        return DonePage(
            frame: frame,
            title: words(SpendingText.undoneTitle),
            sentences: [words(SpendingText.undoneBack, ["minutes": .minutes(minutes)])],
            next: Link(words(SpendingText.tillNextCard), to: Address.till(network, organisation)),
            till: true
        )
    }

    /// Formats a party such as `2 adults, 1 child`, without a part whose count is 0.
    package static func people(adults: Int64, children: Int64, words: Localizer) -> String {
        [
            adults > 0 ? words(SpendingText.adultsCount, ["count": .number(adults)]) : nil,
            children > 0 ? words(SpendingText.childrenCount, ["count": .number(children)]) : nil,
        ]
        .compactMap(\.self).joined(separator: ", ")
    }
}
