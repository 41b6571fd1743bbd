package import Ledger
package import Timebank

extension FormPage {
    /// Hours that a member gave.
    ///
    /// Fields `opportunity`, `date`, `minutes` (an amount), `note`, and `for` where it is a ward.
    ///
    /// - `network`: The slug.
    /// - `ward`: For whom a guardian fills it in.
    /// - `opportunities`: What the member may have done.
    /// - `chosen`: What it was, where the member came from there, and how long that usually takes.
    /// - `today`: What the date says before anybody changes it.
    package static func claim(
        frame: Frame,
        network: Slug,
        seal: FormSeal,
        for ward: Ward? = nil,
        opportunities: [Alternative],
        chosen: (opportunity: Opportunity.ID, minutes: Minutes)? = nil,
        today: Day,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        return FormPage(
            frame: frame,
            title: ward.map { words(.claimWardTitle, ["name": .word($0.name)]) }
                ?? words(.claimTitle),
            back: ward?.link(words, network)
                ?? Link(words(.backHome), to: Address.home(network)),
            lead: opportunities.isEmpty
                ? words(.opportunitiesEmpty)
                : words(ward == nil ? .claimLead : .claimWardLead),
            entered: entered,
            form: Form(
                to: Address.claim(network),
                seal,
                hidden: ward.map { [Hidden("for", $0.member.description)] } ?? [],
                controls: [
                    .oneOf(
                        "opportunity",
                        words(ward == nil ? .claimWhat : .claimWardWhat),
                        opportunities,
                        entered,
                        otherwise: chosen?.opportunity.description
                    ),
                    .line(
                        "date",
                        words(.fieldDate),
                        entered,
                        otherwise: today.iso,
                        type: "date"
                    ),
                    .hours(
                        "minutes",
                        words(.claimHowLong),
                        entered,
                        otherwise: chosen?.minutes
                    ),
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
    /// - `ward`: Whose account that is.
    /// - `left`: What there is to give.
    package static func give(
        frame: Frame,
        network: Slug,
        seal: FormSeal,
        from account: Account.ID? = nil,
        for ward: Ward? = nil,
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
            title: ward.map { words(.giveWardTitle, ["name": .word($0.name)]) }
                ?? words(.giveTitle),
            back: ward?.link(words, network)
                ?? Link(words(.backHome), to: Address.home(network)),
            lead: ward.map {
                words(.giveWardLead, ["name": .word($0.name), "left": .minutes(left)])
            } ?? words(.giveLead, ["left": .minutes(left)]),
            entered: entered,
            form: Form(
                to: Address.giveCheck(network),
                seal,
                hidden: account.map { [Hidden("from", $0.description)] } ?? [],
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
