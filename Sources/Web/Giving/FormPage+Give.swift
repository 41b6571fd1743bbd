package import Ledger
package import Timebank

extension FormPage {
    /// The form for a gift to a member or to the pot; it leads to a page that checks the answers.
    ///
    /// - `network`: The slug of the network.
    /// - `account`: The account that pays; `nil` for the viewer's own.
    /// - `ward`: The ward who holds that account, if any.
    /// - `left`: The available minutes: the balance without what is held.
    /// - `looksUp`: Whether the viewer may see names, and so name the receiver.
    package static func give(
        frame: Frame,
        network: Slug,
        tokens: FormTokens,
        from account: Account.ID? = nil,
        for ward: Ward? = nil,
        left: Minutes,
        looksUp: Bool = false,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        let receivers = [
            Alternative(GiveJourney.toMember, words(GivingText.giveToMember)),
            Alternative(
                AccountName.pot.description,
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
                tokens,
                hidden: account.map { [Hidden(Give.Fields.from.name, $0.description)] } ?? [],
                controls: [
                    .ask(
                        Give.Fields.to,
                        words,
                        entered,
                        of: receivers,
                        otherwise: GiveJourney.toMember
                    ),
                    .ask(
                        looksUp
                            ? GiveJourney.number.asking(PersonText.findMember)
                            : GiveJourney.number,
                        words,
                        entered
                    ),
                ] + Control.choice(GiveJourney.number.name, words, entered) + [
                    .ask(Give.Fields.minutes, words, entered),
                    .ask(Give.Fields.memo, words, entered),
                ],
                button: words(GivingText.giveCheck)
            )
        )
    }
}
