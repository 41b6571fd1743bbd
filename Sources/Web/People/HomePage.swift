package import Ledger
package import Timebank

/// The home page of a member: balance, what can be done, recent transfers and unpaid claims.
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

    /// - `network`: The slug of the network.
    /// - `name`: How the person is addressed; on a ward's page, the ward's full name.
    /// - `member`: The ward's member id; `nil` on the viewer's own page.
    /// - `account`: The id of the wallet.
    /// - `minutes`: The available minutes: the balance without what is held.
    /// - `held`: The minutes that are held.
    /// - `enough`: A few offers for which the minutes suffice, as display text.
    /// - `waiting`: The claims that are not confirmed yet.
    /// - `refused`: The claims that were refused recently, with the reason.
    /// - `lately`: The most recent transfers, newest first.
    /// - `wards`: The members for whom the viewer may act.
    /// - `isWard`: Whether this is a ward's page, so that gifts and claims are made for the ward.
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

/// A claim that waits for confirmation or was refused.
package struct WaitingClaim: Hashable, Sendable {
    package let what: String
    package let organisation: String
    package let day: Day
    package let minutes: Minutes
    package let by: String?
    package let reason: String?

    /// - `what`: The title of the opportunity.
    /// - `organisation`: The organisation's name.
    /// - `by`: The name of the person who entered the hours for the member, if it was not the
    ///   member.
    /// - `reason`: Why it was refused; `nil` while it waits.
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

    fileprivate func row(_ words: Localizer, today: Day) -> Row {
        let facts = [
            organisation.bidiIsolated, words.day(day, from: today),
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

/// A member for whom a guardian acts.
package struct Ward: Hashable, Sendable {
    package let member: Member.ID
    package let name: String
    package let minutes: Minutes

    /// - `member`: The member's id.
    /// - `minutes`: The available minutes: the balance without what is held.
    package init(member: Member.ID, name: String, minutes: Minutes) {
        self.member = member
        self.name = name
        self.minutes = minutes
    }

    /// The link to the ward's home page.
    func link(_ words: Localizer, _ network: Slug) -> Link {
        Link(
            words(PeopleText.homeWardTitle, ["name": .word(name)]),
            to: Address.ward(network, member)
        )
    }
}

extension Template {
    static let home = Template("home", PackageResources.home_mustache)
}
