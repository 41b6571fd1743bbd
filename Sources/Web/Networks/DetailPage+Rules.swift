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
            title: words(.rulesTitle),
            back: Link(words(.coordinateTitle), to: Address.coordinate(network)),
            lead: words(.rulesLead),
            entered: entered,
            lines: lines(of: rules, since: since, isMutual: isMutual, words),
            forms: [
                Form(
                    heading: words(.rulesHeading),
                    to: Address.rules(network),
                    seal,
                    hidden: [Hidden("version", "\(rules.version)")],
                    controls: controls(for: rules, isMutual: isMutual, entered, words),
                    button: words(.rulesButton)
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
        let days = words(.rulesDays, ["count": .number(rules.newcomerDays)])
        return [
            Line(words(.rulesCredit), words.hours(rules.credit)),
            isMutual ? Line(words(.rulesLimit), words.hours(rules.mutualLimit)) : nil,
            Line(
                words(.rulesCeiling),
                rules.ceiling.map { words.hours($0) } ?? words(.rulesNoLimit)
            ),
            Line(words(.rulesNewDays), days),
            Line(words(.rulesNewGifts), words.hours(rules.newcomerGifts)),
            Line(words(.rulesRounding), words.hours(rules.rounding)),
            Line(words(.rulesSince), words.day(since, .dated)),
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
            words(.rulesLimit),
            entered,
            otherwise: rules.mutualLimit
        )
        return [.hours("credit", words(.rulesCredit), entered, otherwise: rules.credit)]
            + (isMutual ? [limit] : []) + [
                .hours(
                    "ceiling",
                    words(.rulesCeiling),
                    entered,
                    otherwise: rules.ceiling,
                    hint: words(.rulesCeilingHint)
                ),
                .line(
                    "newcomer-days",
                    words(.rulesNewDays),
                    entered,
                    otherwise: "\(rules.newcomerDays)",
                    hint: words(.rulesNewDaysHint)
                ),
                .hours(
                    "newcomer-gifts",
                    words(.rulesNewGifts),
                    entered,
                    otherwise: rules.newcomerGifts
                ),
                .hours(
                    "rounding",
                    words(.rulesRounding),
                    entered,
                    otherwise: rules.rounding,
                    hint: words(.rulesRoundingHint)
                ),
            ]
    }
}
