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
            Line(
                words(CommonText.lineWhen),
                words.day(transfer.day, .dated) + (transfer.time.map { ", \($0)" } ?? "")
            ),
        ]
        if let by = transfer.by { lines.append(Line(words(HistoryText.lineBy), by)) }
        if let behalf = transfer.behalf {
            lines.append(Line(words(HistoryText.lineBehalf), behalf))
        }
        lines.append(Line(words(CommonText.lineId), transfer.id.description))
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
            links: links(of: transfer, network, words)
        )
    }

    /// The links to the reversal, to what was reversed, and to the members on both sides.
    private static func links(
        of transfer: TransferDetail,
        _ network: Slug,
        _ words: Localizer
    ) -> [Link] {
        let others: [(Transfer.ID?, any Text)] = [
            (transfer.reversed, AccountsText.transferReversal),
            (transfer.reverses, HistoryText.transferReverses),
        ]
        return others.compactMap { id, text in
            id.map { Link(words(text), to: Address.transfer(network, $0)) }
        }
            + transfer.people.map {
                Link(
                    words(HistoryText.historyOpen, ["name": .word($0.name)]),
                    to: Address.member(network, $0.member)
                )
            }
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
    package let reverses: Transfer.ID?
    package let time: String?
    package let by: String?
    package let behalf: String?
    package let people: [AlikeLine]

    /// - `kind`: The kind of transfer, as display text.
    /// - `from`: The name of the debited account, as display text.
    /// - `to`: The name of the credited account, as display text.
    /// - `reversed`: The id of the transfer that reversed this one; `nil` when it was not reversed.
    /// - `reverses`: The id of the transfer that this one reversed; `nil` for any other kind.
    /// - `time`: The time of day, such as `14:05`; `nil` where only the day is known.
    /// - `by`: Who made it; `nil` where the viewer is not told.
    /// - `behalf`: The name of the member on whose behalf it was made, if any.
    /// - `people`: The members on both sides whose pages the viewer may open.
    package init(
        id: Transfer.ID,
        kind: String,
        from: String,
        to: String,
        day: Day,
        minutes: Minutes,
        memo: String,
        reversed: Transfer.ID?,
        reverses: Transfer.ID? = nil,
        time: String? = nil,
        by: String? = nil,
        behalf: String? = nil,
        people: [AlikeLine] = []
    ) {
        self.id = id
        self.kind = kind
        self.from = from
        self.to = to
        self.day = day
        self.minutes = minutes
        self.memo = memo
        self.reversed = reversed
        self.reverses = reverses
        self.time = time
        self.by = by
        self.behalf = behalf
        self.people = people
    }
}
