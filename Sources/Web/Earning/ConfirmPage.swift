package import Ledger
package import Timebank

/// The page on which staff confirm the hours that wait at an organisation.
///
/// Claims with a doubt come first and are not ticked; the others follow and are ticked. One form
/// with one button sends the ticked claims.
package struct ConfirmPage: Page {
    package static let template = Template.confirm
    package let frame: Frame
    package let title: String
    let back: Link
    let lead: String
    let mistakes: Mistakes?
    let action: String
    let key: String
    let token: String
    let waiting: Bool
    let groups: [ConfirmGroup]
    let enter: Link

    /// - `network`: The slug of the network.
    /// - `organisation`: The id of the organisation.
    /// - `left`: The minutes that the organisation may still issue.
    /// - `claims`: The claims in the order to show them; those with a doubt are moved to the front.
    /// - `entered`: After a refusal, what was ticked and what was wrong.
    package init(
        frame: Frame,
        network: Slug,
        organisation: Organisation.ID,
        name: String,
        tokens: FormTokens,
        left: Minutes,
        claims: [ConfirmLine],
        today: Day,
        entered: Entered = .nothing
    ) {
        let words = frame.words
        self.frame = frame
        title = words(EarningText.confirmTitle)
        back = Link(name, to: Address.organisation(network, organisation))
        lead = words(OrganisationsText.organisationLeft, ["left": .minutes(left)])
        mistakes = entered.summary(words)
        action = Address.confirm(network, organisation).text
        key = tokens.key
        token = tokens.token
        let chosen = entered.values[Hours.Fields.hours.name.text]
        let doubtful = claims.filter { $0.doubt != nil }
        let plain = claims.filter { $0.doubt == nil }
        let groups: [(heading: any Text, hint: any Text, claims: [ConfirmLine])] = [
            (EarningText.confirmFirst, EarningText.confirmFirstHint, doubtful),
            (
                doubtful.isEmpty ? EarningText.confirmAll : EarningText.confirmRest,
                EarningText.confirmRestHint, plain
            ),
        ]
        self.groups = groups.filter { !$0.claims.isEmpty }.map { group in
            ConfirmGroup(
                heading: words(group.heading),
                hint: words(group.hint),
                claims: group.claims.map { line in
                    ConfirmItem(
                        line,
                        ticked: chosen?.contains(line.hours.description) ?? (line.doubt == nil),
                        look: Address.hours(network, line.hours).text,
                        words: words,
                        today: today
                    )
                }
            )
        }
        waiting = !claims.isEmpty
        enter = Link(words(EarningText.enterTitle), to: Address.enterHours(network, organisation))
    }
}

/// A claim that waits for confirmation.
package struct ConfirmLine: Hashable, Sendable {
    package let hours: Hours.ID
    package let member: String
    package let what: String
    package let day: Day
    package let minutes: Minutes
    package let doubt: String?

    /// - `hours`: The id of the claim.
    /// - `member`: The member's name.
    /// - `what`: The title of the opportunity.
    /// - `doubt`: Why staff should check the claim first, as display text; `nil` if nothing is
    ///   unusual.
    package init(
        hours: Hours.ID,
        member: String,
        what: String,
        day: Day,
        minutes: Minutes,
        doubt: String? = nil
    ) {
        self.hours = hours
        self.member = member
        self.what = what
        self.day = day
        self.minutes = minutes
        self.doubt = doubt
    }
}

/// The claims under one heading.
struct ConfirmGroup: Hashable, Sendable {
    let heading: String
    let hint: String
    let claims: [ConfirmItem]
}

/// A claim as the template shows it.
struct ConfirmItem: Hashable, Sendable {
    let hours: String
    let member: String
    let second: String
    let shown: String
    let doubt: String?
    let ticked: Bool
    let look: String

    fileprivate init(
        _ line: ConfirmLine,
        ticked: Bool,
        look: String,
        words: Localizer,
        today: Day
    ) {
        hours = line.hours.description
        member = line.member
        second = "\(line.what) · \(words.day(line.day, from: today))"
        shown = words.hours(line.minutes, .short)
        doubt = line.doubt
        self.ticked = ticked
        self.look = look
    }
}

extension Template {
    static let confirm = Template("confirm", PackageResources.confirm_mustache)
}
