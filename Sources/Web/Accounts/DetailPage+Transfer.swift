package import Ledger
package import Timebank

extension DetailPage {
    /// The page of one transfer, with the form that reverses it.
    ///
    /// - `seesAll`: Whether the viewer may open the list of all transfers.
    /// - `mayReverse`: Whether the viewer may reverse this transfer: it is not their own and is not
    ///   itself a reversal.
    package static func transfer(
        frame: Frame,
        network: Slug,
        transfer: TransferDetail,
        seesAll: Bool = true,
        mayReverse: Bool,
        tokens: FormTokens,
        entered: Entered = .nothing
    ) -> DetailPage {
        let words = frame.words
        var lines = [
            Line(words(CommonText.lineKind), transfer.kind),
            Line(words(CommonText.lineFrom), transfer.from),
            Line(words(CommonText.lineTo), transfer.to),
            Line(words(CommonText.lineWhen), words.day(transfer.day, .dated)),
            Line(words(CommonText.lineId), transfer.id.description),
        ]
        if !transfer.memo.isEmpty { lines.append(Line(words(CommonText.lineMemo), transfer.memo)) }
        let reversal = Form(
            heading: words(AccountsText.reversalHeading),
            lead: words(
                AccountsText.reversalLead,
                ["from": .word(transfer.from), "to": .word(transfer.to)]
            ),
            to: Address.reversal(network, transfer.id),
            tokens,
            controls: [.ask(Transfer.Fields.reason, words, entered)],
            button: words(AccountsText.reversalButton),
            grave: true
        )
        return DetailPage(
            frame: frame,
            title: words(AccountsText.transferTitle, ["minutes": .minutes(transfer.minutes)]),
            back: seesAll
                ? Link(words(AccountsText.transfersTitle), to: Address.transfers(network)) : nil,
            entered: entered,
            ring: RingView(transfer.minutes, words: words),
            lines: lines,
            after: transfer.reversed == nil ? nil : words(AccountsText.transferReversed),
            forms: mayReverse && transfer.reversed == nil ? [reversal] : [],
            links: transfer.reversed.map {
                [Link(words(AccountsText.transferReversal), to: Address.transfer(network, $0))]
            } ?? []
        )
    }
}

/// The details of a transfer, as its page shows them.
package struct TransferDetail: Hashable, Sendable {
    package let id: Transfer.ID
    package let kind: String
    package let from: String
    package let to: String
    package let day: Day
    package let minutes: Minutes
    package let memo: String
    package let reversed: Transfer.ID?

    /// - `kind`: The kind of transfer, as display text.
    /// - `from`: The name of the debited account, as display text.
    /// - `to`: The name of the credited account, as display text.
    /// - `reversed`: The id of the transfer that reversed this one; `nil` when it was not reversed.
    package init(
        id: Transfer.ID,
        kind: String,
        from: String,
        to: String,
        day: Day,
        minutes: Minutes,
        memo: String,
        reversed: Transfer.ID?
    ) {
        self.id = id
        self.kind = kind
        self.from = from
        self.to = to
        self.day = day
        self.minutes = minutes
        self.memo = memo
        self.reversed = reversed
    }
}
