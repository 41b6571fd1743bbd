package import Ledger
package import Timebank

extension DetailPage {
    /// One transfer, and the form that reverses it.
    ///
    /// - `seesAll`: Whether this person may read the list of transfers.
    /// - `mayReverse`: Whether this person may: not their own, and not a reversal.
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

/// A transfer, looked at closely.
package struct TransferDetail: Hashable, Sendable {
    package let id: Transfer.ID
    package let kind: String
    package let from: String
    package let to: String
    package let day: Day
    package let minutes: Minutes
    package let memo: String
    package let reversed: Transfer.ID?

    /// - `kind`: The kind in words.
    /// - `from`: Whose account it left, in words.
    /// - `to`: Whose account it came to, in words.
    /// - `reversed`: The id of the transfer that reversed it, where there is one.
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
