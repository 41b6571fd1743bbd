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
            title: ward.map { words(EarningText.claimWardTitle, ["name": .word($0.name)]) }
                ?? words(EarningText.claimTitle),
            back: ward?.link(words, network)
                ?? Link(words(CommonText.backHome), to: Address.home(network)),
            lead: opportunities.isEmpty
                ? words(EarningText.opportunitiesEmpty)
                : words(ward == nil ? EarningText.claimLead : EarningText.claimWardLead),
            entered: entered,
            form: Form(
                to: Address.claim(network),
                seal,
                hidden: ward.map { [Hidden("for", $0.member.description)] } ?? [],
                controls: [
                    .oneOf(
                        "opportunity",
                        words(ward == nil ? EarningText.claimWhat : EarningText.claimWardWhat),
                        opportunities,
                        entered,
                        otherwise: chosen?.opportunity.description
                    ),
                    .line(
                        "date",
                        words(CommonText.fieldDate),
                        entered,
                        otherwise: today.iso,
                        type: "date"
                    ),
                    .hours(
                        "minutes",
                        words(EarningText.claimHowLong),
                        entered,
                        otherwise: chosen?.minutes
                    ),
                    .line(
                        "note",
                        words(CommonText.fieldNote),
                        entered,
                        hint: words(EarningText.claimNoteHint)
                    ),
                ],
                button: words(EarningText.claimButton)
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
            Alternative("member", words(GivingText.giveToMember)),
            Alternative(
                "pot",
                words(GivingText.giveToPot),
                second: words(GivingText.giveToPotHint)
            ),
        ]
        return FormPage(
            frame: frame,
            title: ward.map { words(GivingText.giveWardTitle, ["name": .word($0.name)]) }
                ?? words(GivingText.giveTitle),
            back: ward?.link(words, network)
                ?? Link(words(CommonText.backHome), to: Address.home(network)),
            lead: ward.map {
                words(GivingText.giveWardLead, ["name": .word($0.name), "left": .minutes(left)])
            } ?? words(GivingText.giveLead, ["left": .minutes(left)]),
            entered: entered,
            form: Form(
                to: Address.giveCheck(network),
                seal,
                hidden: account.map { [Hidden("from", $0.description)] } ?? [],
                controls: [
                    .oneOf("to", words(GivingText.giveTo), receivers, entered, otherwise: "member"),
                    .line(
                        "number",
                        words(PeopleText.fieldNumber),
                        entered,
                        hint: words(GivingText.giveNumberHint)
                    ),
                    .hours("minutes", words(GivingText.giveHowMuch), entered),
                    .line(
                        "memo",
                        words(CommonText.fieldMemo),
                        entered,
                        hint: words(GivingText.giveMemoHint)
                    ),
                ],
                button: words(GivingText.giveCheck)
            )
        )
    }
}
