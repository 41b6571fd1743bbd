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
    let enough: EnoughView?
    let actions: [HomeAction]
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
    /// - `outings`: The offers to name for which the minutes suffice, and for whom.
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
        outings: [Outing] = [],
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
        enough = EnoughView(outings, network, words)
        actions = Self.actions(
            network,
            words,
            claimFor: isWard ? member : nil,
            giveFrom: isWard ? account : nil
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

extension HomePage {
    /// The three things that a member does, each with a line that tells them apart.
    private static func actions(
        _ network: Slug,
        _ words: Localizer,
        claimFor ward: Member.ID?,
        giveFrom account: Account.ID?
    ) -> [HomeAction] {
        [
            HomeAction(
                words(ward == nil ? PeopleText.homeClaim : PeopleText.homeWardClaim),
                to: Address.claim(network, for: ward),
                words(PeopleText.homeClaimLine)
            ),
            HomeAction(
                words(PeopleText.homeGive),
                to: Address.give(network, from: account),
                words(PeopleText.homeGiveLine)
            ),
            HomeAction(
                words(PeopleText.homeHelp),
                to: Address.opportunities(network),
                words(PeopleText.homeHelpLine)
            ),
        ]
    }
}

/// Something that a member can do, with a line about it.
struct HomeAction: Hashable, Sendable {
    let deed: String
    let target: String
    let line: String

    fileprivate init(_ deed: String, to target: Href, _ line: String) {
        self.deed = deed
        self.target = target.text
        self.line = line
    }
}

/// The offers that a member's hours are enough for, as a sentence with links; never empty.
struct EnoughView: Hashable, Sendable {
    let outings: [OutingView]

    fileprivate init?(_ outings: [Outing], _ network: Slug, _ words: Localizer) {
        guard !outings.isEmpty else { return nil }
        self.outings = outings.enumerated().map { position, outing in
            OutingView(
                outing: outing.offer.title,
                place: Address.offer(network, outing.offer.id).text,
                whom: outing.party.people(words),
                or: position == 0 ? nil : words(SpendingText.outingOr)
            )
        }
    }
}

/// One offer of such a sentence.
struct OutingView: Hashable, Sendable {
    let outing: String
    let place: String
    /// The people, unless it is one adult.
    let whom: String?
    /// The word before every offer but the first.
    let or: String?
}

extension Party {
    /// The people after *for*, such as `for 2 adults and 1 child`; `nil` for one adult.
    fileprivate func people(_ words: Localizer) -> String? {
        if adults == 1, children == 0 { return nil }
        let grown = words(SpendingText.outingAdults, ["count": .number(Int64(adults))])
        let small = words(SpendingText.outingChildren, ["count": .number(Int64(children))])
        let people =
            children == 0
            ? grown
            : adults == 0
                ? small
                : words(
                    SpendingText.outingBoth,
                    ["adults": .word(grown), "children": .word(small)]
                )
        return words(SpendingText.outingParty, ["people": .word(people)])
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
