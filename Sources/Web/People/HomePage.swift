package import Ledger
package import Timebank

/// A member's own hours: the balance, what it is enough for, what happened lately, what to do.
package struct HomePage: Page {
    package static let template = Template.home
    package let frame: Frame
    package let title: String
    let today: String
    let ring: RingView
    let held: String?
    let enough: String?
    let give: Link
    let claim: Link
    let waiting: Rows?
    let refused: Rows?
    let lately: Rows?
    let all: Link
    let wards: Rows?

    /// - `network`: The slug.
    /// - `name`: What the person is called; a ward's name where a guardian looks.
    /// - `member`: The member’s id, where they are a ward.
    /// - `account`: The wallet's id.
    /// - `minutes`: What there is to enjoy or give: the balance less what is held.
    /// - `held`: Minutes that are kept for something.
    /// - `enough`: What it is enough for, in a sentence of its own.
    /// - `waiting`: Hours that were claimed and not yet confirmed.
    /// - `refused`: Hours that somebody lately said no to, with the reason.
    /// - `lately`: The last few movements, newest first.
    /// - `wards`: Those for whom the person may act.
    /// - `isWard`: Whether these are a ward's hours, so that gifts come from that account.
    package init(
        frame: Frame,
        network: Slug,
        name: String,
        member: Member.ID? = nil,
        account: Account.ID,
        today: Day,
        minutes: Minutes,
        held: Minutes = .zero,
        enough: String? = nil,
        waiting: [WaitingClaim] = [],
        refused: [WaitingClaim] = [],
        lately: [Movement] = [],
        wards: [Ward] = [],
        isWard: Bool = false
    ) {
        let words = frame.words
        self.frame = frame
        title = words(
            isWard ? PeopleText.homeWardTitle : PeopleText.homeTitle,
            ["name": .word(name)]
        )
        self.today = words.day(today)
        ring = RingView(minutes, caption: words(PeopleText.homeCaption), words: words)
        self.held = held > .zero ? words(PeopleText.homeHeld, ["held": .minutes(held)]) : nil
        self.enough = enough
        give = Link(
            words(PeopleText.homeGive),
            to: Address.give(network, from: isWard ? account : nil)
        )
        claim = Link(
            words(isWard ? PeopleText.homeWardClaim : PeopleText.homeClaim),
            to: Address.claim(network, for: isWard ? member : nil)
        )
        self.waiting = Rows(waiting.map { $0.row(words, today: today) })
        self.refused = Rows(refused.map { $0.row(words, today: today) })
        self.lately = Rows(
            lately.map { $0.row(words, today: today, balances: false) }
        )
        all = Link(
            words(isWard ? PeopleText.personStatement : PeopleText.homeAll),
            to: Address.statement(network, account)
        )
        self.wards = Rows(
            wards.map { ward in
                Row(
                    ward.name,
                    to: Address.ward(network, ward.member),
                    amount: words.hours(ward.minutes, .short)
                )
            }
        )
    }
}

/// Hours that somebody claimed and nobody has confirmed, or somebody said no to.
package struct WaitingClaim: Hashable, Sendable {
    package let what: String
    package let organisation: String
    package let day: Day
    package let minutes: Minutes
    package let by: String?
    package let reason: String?

    /// What was done, where, when and how long, who wrote it down for them, and why it was refused.
    package init(
        _ what: String,
        at organisation: String,
        on day: Day,
        minutes: Minutes,
        by: String? = nil,
        reason: String? = nil
    ) {
        self.by = by
        self.what = what
        self.organisation = organisation
        self.day = day
        self.minutes = minutes
        self.reason = reason
    }

    fileprivate func row(_ words: Voice, today: Day) -> Row {
        let facts = [
            organisation.fenced, words.day(day, from: today),
            by.map { words(AccountsText.moveBy, ["name": .word($0)]) },
        ]
        return Row(
            what,
            second: facts.compactMap(\.self).joined(separator: " · "),
            note: reason.map { words(PeopleText.homeReason, ["reason": .word($0)]) },
            amount: words.hours(minutes, .short)
        )
    }
}

/// Somebody for whom a guardian acts.
package struct Ward: Hashable, Sendable {
    package let member: Member.ID
    package let name: String
    package let minutes: Minutes

    /// - `member`: The member's id.
    package init(member: Member.ID, name: String, minutes: Minutes) {
        self.member = member
        self.name = name
        self.minutes = minutes
    }

    /// The way to their hours.
    func link(_ words: Voice, _ network: Slug) -> Link {
        Link(
            words(PeopleText.homeWardTitle, ["name": .word(name)]),
            to: Address.ward(network, member)
        )
    }
}

extension Template {
    static let home = Template("home", PackageResources.home_mustache)
}
