package import Ledger
internal import Timebank

extension FormPage {
    /// Hours that a member gave.
    ///
    /// Fields `opportunity`, `date`, `minutes` (an amount) and `note`.
    ///
    /// - `network`: The slug.
    /// - `opportunities`: What the member may have done.
    /// - `today`: What the date says before anybody changes it.
    package static func claim(
        frame: Frame,
        network: String,
        seal: FormSeal,
        opportunities: [Alternative],
        today: Day,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        return FormPage(
            frame: frame,
            title: words(.claimTitle),
            back: Link(words(.backHome), to: Address.home(network)),
            lead: words(.claimLead),
            entered: entered,
            form: Form(
                to: Address.claim(network),
                seal,
                controls: [
                    .oneOf("opportunity", words(.claimWhat), opportunities, entered),
                    .line(
                        "date",
                        words(.fieldDate),
                        entered,
                        otherwise: today.iso,
                        type: "date"
                    ),
                    .hours("minutes", words(.claimHowLong), entered),
                    .line("note", words(.fieldNote), entered, hint: words(.claimNoteHint)),
                ],
                button: words(.claimButton)
            )
        )
    }

    /// A gift to a member or to the pot, to be checked before it is sent.
    ///
    /// Fields `to` (`member` or `pot`), `number`, `minutes` (an amount), `memo`, and `from` where
    /// it is a ward's account.
    ///
    /// - `network`: The slug.
    /// - `account`: The account to give from, where it is not the person's own.
    /// - `left`: What there is to give.
    package static func give(
        frame: Frame,
        network: String,
        seal: FormSeal,
        from account: String? = nil,
        left: Minutes,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        let receivers = [
            Alternative("member", words(.giveToMember)),
            Alternative("pot", words(.giveToPot), second: words(.giveToPotHint)),
        ]
        return FormPage(
            frame: frame,
            title: words(.giveTitle),
            back: Link(words(.backHome), to: Address.home(network)),
            lead: words(.giveLead, ["left": .minutes(left)]),
            entered: entered,
            form: Form(
                to: Address.giveCheck(network),
                seal,
                hidden: account.map { [Hidden("from", $0)] } ?? [],
                controls: [
                    .oneOf("to", words(.giveTo), receivers, entered, otherwise: "member"),
                    .line("number", words(.fieldNumber), entered, hint: words(.giveNumberHint)),
                    .hours("minutes", words(.giveHowMuch), entered),
                    .line("memo", words(.fieldMemo), entered, hint: words(.giveMemoHint)),
                ],
                button: words(.giveCheck)
            )
        )
    }
}
