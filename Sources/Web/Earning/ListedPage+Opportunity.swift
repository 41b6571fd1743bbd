internal import Ledger
package import Timebank

extension ListedPage {
    /// The page of an opportunity.
    package static func opportunity(
        frame: Frame,
        network: Slug,
        opportunity thing: Opportunity,
        rights: ListedRights,
        entered: Entered = .nothing
    ) -> ListedPage {
        let words = frame.words
        let isThere = thing.isOpen && thing.isOrganisationOpen
        let edit = Link(
            words(EarningText.opportunityEdit),
            to: Address.editOpportunity(network, thing.id)
        )
        let ask = Link(words(EarningText.opportunityAsk), to: Address.help(network))
        return ListedPage(
            frame: frame,
            title: thing.title,
            back: Link(words(EarningText.doTitle), to: Address.opportunities(network)),
            lead: [thing.organisationName, thing.place].filter { !$0.isEmpty }
                .map(\.bidiIsolated).joined(separator: " · "),
            entered: entered,
            state: isThere ? nil : words(EarningText.opportunityOff),
            about: thing.details,
            lines: [Line(words(EarningText.doneUsually), words.hours(thing.minutes))],
            sentence: nil,
            act: rights.isMember && isThere
                ? Link(
                    words(EarningText.opportunityClaim),
                    to: Address.claim(network, at: thing.id)
                ) : nil,
            forms: rights.tokens.map {
                [
                    .listing(
                        isOpen: thing.isOpen,
                        to: Address.openOpportunity(network, thing.id),
                        $0(),
                        words
                    )
                ]
            } ?? [],
            links: (rights.tokens == nil ? [] : [edit]) + [ask]
        )
    }
}

extension FormPage {
    /// The form that changes an opportunity.
    package static func editOpportunity(
        frame: Frame,
        network: Slug,
        opportunity thing: Opportunity,
        tokens: FormTokens,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        let fields = Opportunity.Fields.self
        return FormPage(
            frame: frame,
            title: words(EarningText.opportunityEdit),
            back: Link(thing.title, to: Address.opportunity(network, thing.id)),
            entered: entered,
            form: Form(
                to: Address.editOpportunity(network, thing.id),
                tokens,
                controls: [
                    .ask(fields.title, words, entered, otherwise: thing.title),
                    .ask(fields.place, words, entered, otherwise: thing.place),
                    .ask(fields.minutes, words, entered, otherwise: thing.minutes),
                    .ask(fields.details, words, entered, otherwise: thing.details),
                ],
                button: words(EarningText.opportunityEditButton)
            )
        )
    }
}
