package import Ledger
package import Timebank

extension DetailPage {
    /// The page with the network's rules, and the form that changes them.
    ///
    /// - `rules`: The version in force; the form is filled in with it.
    /// - `since`: The day on which this version came into force.
    /// - `isMutual`: Whether the network is a mutual one, in which wallets may go below zero.
    package static func rules(
        frame: Frame,
        network: Slug,
        rules: Policy,
        since: Day,
        isMutual: Bool,
        tokens: FormTokens,
        entered: Entered = .nothing
    ) -> DetailPage {
        let words = frame.words
        return DetailPage(
            frame: frame,
            title: words(NetworksText.rulesTitle),
            back: Link(words(NetworksText.coordinateTitle), to: Address.coordinate(network)),
            lead: words(NetworksText.rulesLead),
            entered: entered,
            lines: lines(of: rules, since: since, isMutual: isMutual, words),
            forms: [
                Form(
                    heading: words(NetworksText.rulesHeading),
                    to: Address.rules(network),
                    tokens,
                    hidden: [Hidden(Policy.Fields.version, "\(rules.version)")],
                    controls: controls(for: rules, isMutual: isMutual, entered, words),
                    button: words(NetworksText.rulesButton)
                )
            ]
        )
    }

    private static func lines(
        of rules: Policy,
        since: Day,
        isMutual: Bool,
        _ words: Localizer
    ) -> [Line] {
        let days = words(NetworksText.rulesDays, ["count": .number(rules.newcomerDays)])
        return [
            Line(words(NetworksText.rulesCredit), words.hours(rules.credit)),
            isMutual ? Line(words(NetworksText.rulesLimit), words.hours(rules.mutualLimit)) : nil,
            Line(
                words(NetworksText.rulesCeiling),
                rules.ceiling.map { words.hours($0) } ?? words(NetworksText.rulesNoLimit)
            ),
            Line(words(NetworksText.rulesNewDays), days),
            Line(words(NetworksText.rulesNewGifts), words.hours(rules.newcomerGifts)),
            Line(words(NetworksText.rulesRounding), words.hours(rules.rounding)),
            Line(words(NetworksText.rulesSince), words.day(since, .dated)),
        ].compactMap(\.self)
    }

    private static func controls(
        for rules: Policy,
        isMutual: Bool,
        _ entered: Entered,
        _ words: Localizer
    ) -> [Control] {
        let fields = Policy.Fields.self
        let limit = Control.ask(fields.mutualLimit, words, entered, otherwise: rules.mutualLimit)
        return [.ask(fields.credit, words, entered, otherwise: rules.credit)]
            + (isMutual ? [limit] : []) + [
                .ask(fields.ceiling, words, entered, otherwise: rules.ceiling),
                .ask(fields.newcomerDays, words, entered, otherwise: "\(rules.newcomerDays)"),
                .ask(fields.newcomerGifts, words, entered, otherwise: rules.newcomerGifts),
                .ask(fields.rounding, words, entered, otherwise: rules.rounding),
            ]
    }
}
