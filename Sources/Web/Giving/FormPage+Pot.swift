package import Ledger
package import Timebank

extension FormPage {
    /// The form that gives a member something from the shared pot.
    ///
    /// - `left`: What is in the pot.
    package static func pot(
        frame: Frame,
        network: Slug,
        person: PersonLine,
        left: Minutes,
        tokens: FormTokens,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        return FormPage(
            frame: frame,
            title: words(PotText.potTitle, ["name": .word(person.name)]),
            back: Link(person.name, to: Address.member(network, person.member)),
            lead: left > .zero
                ? words(PotText.potLead, ["left": .minutes(left)]) : words(PotText.potEmpty),
            entered: entered,
            form: Form(
                to: Address.grantFromPot(network, person.member),
                tokens,
                controls: [
                    .ask(
                        GrantFromPot.Fields.minutes.asking(GivingText.giveHowMuch),
                        words,
                        entered
                    ),
                    .ask(
                        GrantFromPot.Fields.memo.asking(hint: GivingText.giveMemoHint),
                        words,
                        entered
                    ),
                ],
                button: words(PotText.potButton)
            )
        )
    }
}
