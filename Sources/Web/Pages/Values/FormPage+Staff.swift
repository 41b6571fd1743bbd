package import Ledger
package import Timebank

extension FormPage {
    /// Hours for one person or many, entered by staff.
    ///
    /// Fields `opportunity`, `date`, `minutes` (an amount), `members` (any number of ids) and
    /// `numbers` (what was typed, one a line).
    ///
    /// - `organisation`: The id.
    /// - `regulars`: Members who came lately, by id, to be ticked.
    /// - `left`: What the organisation has left to give.
    package static func enterHours(
        frame: Frame,
        network: Slug,
        organisation: Organisation.ID,
        name: String,
        seal: FormSeal,
        opportunities: [Alternative],
        regulars: [Alternative],
        today: Day,
        left: Minutes,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        let who: [Control] = [
            .anyOf(
                "members",
                words(EarningText.enterWho),
                regulars,
                entered,
                hint: words(EarningText.enterWhoHint)
            ),
            .lines(
                "numbers",
                words(EarningText.enterOthers),
                entered,
                hint: words(EarningText.enterNumbersHint)
            ),
        ]
        let numbers: [Control] = [
            .lines(
                "numbers",
                words(EarningText.enterNumbers),
                entered,
                hint: words(EarningText.enterNumbersHint)
            )
        ]
        return FormPage(
            frame: frame,
            title: words(EarningText.enterTitle),
            back: Link(name, to: Address.organisation(network, organisation)),
            lead: opportunities.isEmpty
                ? words(EarningText.opportunitiesEmpty)
                : words(OrganisationsText.organisationLeft, ["left": .minutes(left)]),
            entered: entered,
            form: Form(
                to: Address.enterHours(network, organisation),
                seal,
                controls: [
                    .oneOf("opportunity", words(EarningText.enterWhat), opportunities, entered),
                    .line(
                        "date",
                        words(CommonText.fieldDate),
                        entered,
                        otherwise: today.iso,
                        type: "date"
                    ),
                    .hours("minutes", words(EarningText.enterHowLong), entered),
                ] + (regulars.isEmpty ? numbers : who),
                button: words(EarningText.enterButton)
            )
        )
    }

    /// The field for a card, ready to be typed or scanned into.
    ///
    /// Field `card`.
    ///
    /// - `organisation`: The id.
    /// - `name`: The organisation's name, and which till.
    package static func till(
        frame: Frame,
        network: Slug,
        organisation: Organisation.ID,
        name: String,
        seal: FormSeal,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        let hint = words(SpendingText.tillCardHint)
        return FormPage(
            frame: frame,
            title: words(SpendingText.tillTitle),
            lead: name,
            entered: entered,
            form: Form(
                to: Address.tillCard(network, organisation),
                seal,
                controls: [
                    .line("card", words(PeopleText.fieldCard), entered, hint: hint, focus: true)
                ],
                button: words(SpendingText.tillNext)
            ),
            till: true
        )
    }
}
