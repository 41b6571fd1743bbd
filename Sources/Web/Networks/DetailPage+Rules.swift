package import Ledger
package import Timebank

extension DetailPage {
    /// The rules of a network as they are, and the form that changes them.
    ///
    /// Fields `credit`, `mutual-limit`, `ceiling`, `newcomer-gifts` and `rounding` (amounts),
    /// `newcomer-days`; hidden, the `version` that is replaced.
    ///
    /// - `rules`: What holds now, of which the form shows everything.
    /// - `since`: Since when.
    /// - `isMutual`: Whether members may go below zero.
    package static func rules(
        frame: Frame,
        network: Slug,
        rules: Policy,
        since: Day,
        isMutual: Bool,
        seal: FormSeal,
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
                    seal,
                    hidden: [Hidden("version", "\(rules.version)")],
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
        _ words: Voice
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
        _ words: Voice
    ) -> [Control] {
        let limit = Control.hours(
            "mutual-limit",
            words(NetworksText.rulesLimit),
            entered,
            otherwise: rules.mutualLimit
        )
        return [.hours("credit", words(NetworksText.rulesCredit), entered, otherwise: rules.credit)]
            + (isMutual ? [limit] : []) + [
                .hours(
                    "ceiling",
                    words(NetworksText.rulesCeiling),
                    entered,
                    otherwise: rules.ceiling,
                    hint: words(NetworksText.rulesCeilingHint)
                ),
                .line(
                    "newcomer-days",
                    words(NetworksText.rulesNewDays),
                    entered,
                    otherwise: "\(rules.newcomerDays)",
                    hint: words(NetworksText.rulesNewDaysHint)
                ),
                .hours(
                    "newcomer-gifts",
                    words(NetworksText.rulesNewGifts),
                    entered,
                    otherwise: rules.newcomerGifts
                ),
                .hours(
                    "rounding",
                    words(NetworksText.rulesRounding),
                    entered,
                    otherwise: rules.rounding,
                    hint: words(NetworksText.rulesRoundingHint)
                ),
            ]
    }
}
