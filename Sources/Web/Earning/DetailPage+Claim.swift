package import Ledger
package import Timebank

/// The details of a claim, as its page shows them.
package struct ClaimDetail: Hashable, Sendable {
    package let hours: Hours.ID
    package let member: String
    package let what: String
    package let day: Day
    package let minutes: Minutes
    package let note: String
    package let state: ClaimState
    package let longDay: Minutes?

    /// - `hours`: The id of the claim.
    /// - `member`: The name of the member who gave the hours.
    /// - `what`: The title of the opportunity.
    /// - `longDay`: The member's total for that day when it is above 24 hours; `nil` otherwise.
    package init(
        hours: Hours.ID,
        member: String,
        what: String,
        day: Day,
        minutes: Minutes,
        note: String,
        state: ClaimState,
        longDay: Minutes? = nil
    ) {
        self.hours = hours
        self.member = member
        self.what = what
        self.day = day
        self.minutes = minutes
        self.note = note
        self.state = state
        self.longDay = longDay
    }
}

/// The status of a claim.
package enum ClaimState: Hashable, Sendable {
    case claimed, confirmed, refused
}

extension DetailPage {
    /// The page of one claim, with a form to confirm it, possibly with other minutes, and one to
    /// refuse it.
    ///
    /// - `isStaff`: Whether the viewer confirms hours at this organisation.
    /// - `mayConfirm`: Whether the viewer may confirm this claim: staff, and the hours are not
    ///   their own.
    /// - `tokens`: The tokens of the two forms.
    package static func claim(
        frame: Frame,
        network: Slug,
        organisation: Organisation.ID,
        claim: ClaimDetail,
        isStaff: Bool = true,
        mayConfirm: Bool,
        tokens: (confirm: FormTokens, refuse: FormTokens),
        entered: Entered = .nothing
    ) -> DetailPage {
        let words = frame.words
        let state: any Text =
            switch claim.state {
            case .claimed: EarningText.stateClaimed
            case .confirmed: EarningText.stateConfirmed
            case .refused: EarningText.stateRefused
            }
        var lines = [
            Line(words(CommonText.lineWho), claim.member),
            Line(words(CommonText.lineWhat), claim.what),
            Line(words(CommonText.lineWhen), words.day(claim.day)),
            Line(words(CommonText.lineState), words(state)),
        ]
        if !claim.note.isEmpty { lines.append(Line(words(CommonText.lineNote), claim.note)) }
        return DetailPage(
            frame: frame,
            title: words(
                EarningText.claimOf,
                ["name": .word(claim.member), "minutes": .minutes(claim.minutes)]
            ),
            back: isStaff
                ? Link(words(EarningText.confirmTitle), to: Address.confirm(network, organisation))
                : nil,
            entered: entered,
            ring: RingView(claim.minutes, words: words),
            lines: lines,
            forms: claim.state == .claimed && mayConfirm
                ? forms(words, network, claim, tokens, entered) : []
        )
    }

    private static func forms(
        _ words: Localizer,
        _ network: Slug,
        _ claim: ClaimDetail,
        _ tokens: (confirm: FormTokens, refuse: FormTokens),
        _ entered: Entered
    ) -> [Form] {
        [
            Form(
                heading: words(EarningText.confirmOneHeading),
                lead: claim.longDay.map {
                    words(
                        EarningText.confirmOneDay,
                        ["name": .word(claim.member), "day": .minutes($0)]
                    )
                },
                to: Address.confirmHours(network, claim.hours),
                tokens.confirm,
                controls: [
                    .ask(Hours.Fields.given, words, entered, otherwise: claim.minutes)
                ]
                    + (claim.longDay == nil
                        ? [] : [.ask(Hours.Fields.exception, words, entered)]),
                button: words(EarningText.confirmOneButton)
            ),
            Form(
                heading: words(EarningText.refuseHeading),
                lead: words(EarningText.refuseLead, ["name": .word(claim.member)]),
                to: Address.refuseHours(network, claim.hours),
                tokens.refuse,
                controls: [.ask(Hours.Fields.reason, words, entered)],
                button: words(EarningText.refuseButton),
                quiet: true
            ),
        ]
    }
}
