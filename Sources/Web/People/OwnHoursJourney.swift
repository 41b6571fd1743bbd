internal import Hummingbird
internal import Ledger
internal import Timebank

/// The home page of a member or a ward, and statements.
struct OwnHoursJourney: Journey {
    var routes: [PageRoute] {
        [
            .get(Address.home, home),
            .get(Address.start, start),
            .get(Address.ward, ward),
            .get(Address.statement, statement),
        ]
    }

    /// The maximum number of transfers on the home page.
    private static let latelyMost = 5

    /// The home page: of the member; else a redirect to the start page of another role; else the
    /// front page.
    ///
    /// The front page is for visitors and for people without a role in the network.
    private func home(_ visit: Visit) async throws -> Response {
        let visitor = try await visit.visitor()
        let network = visitor.network.slug
        if let member = visitor.member {
            return try await hours(visit, of: .id(member.id), isWard: false)
        }
        guard let first = visit.start(of: visitor) else {
            let words = Localizer(visit.language(of: visitor))
            let about = words(NetworksText.frontLead)
            let published = visit.published(visitor, about, at: Address.home(network))
            return visit.show(
                FrontPage(
                    frame: visit.frame(visitor, published: published),
                    network: network,
                    isPublic: visitor.network.isPublic
                )
            )
        }
        return visit.lead(to: first)
    }

    /// Redirects to the first page of the role in which this device was last, or of the person's
    /// first one.
    private func start(_ visit: Visit) async throws -> Response {
        let visitor = try await visit.visitor()
        return visit.lead(to: visit.start(of: visitor) ?? Address.home(visitor.network.slug))
    }

    private func ward(_ visit: Visit, _ member: Member.ID) async throws -> Response {
        try await hours(visit, of: .id(member), isWard: true)
    }

    private func hours(
        _ visit: Visit,
        of name: MemberName,
        isWard: Bool
    ) async throws -> Response {
        let (visitor, seen) = try await visit.look { snapshot in
            try MemberHours(of: name, isWard: isWard, in: snapshot, lately: Self.latelyMost)
        }
        let frame = visit.frame(visitor, behalf: isWard ? seen.name : nil)
        let words = frame.words
        let today = visit.today(visitor)
        return visit.show(
            HomePage(
                frame: frame,
                network: visitor.network.slug,
                name: isWard ? seen.name : seen.name.firstWord,
                member: seen.member,
                account: seen.account.account.id,
                today: today,
                minutes: seen.account.minutes - seen.account.held,
                held: seen.account.held,
                outings: seen.outings,
                waiting: seen.waiting,
                refused: seen.refused(on: today),
                lately: seen.lately.map {
                    $0.movement(words, visitor, by: seen.standIns[$0.id])
                },
                wards: isWard
                    ? []
                    : visitor.wards.map {
                        Ward(member: $0.member, name: $0.name, minutes: $0.minutes)
                    },
                isWard: isWard
            )
        )
    }

    private func statement(_ visit: Visit, of account: Account.ID) async throws -> Response {
        let name = AccountName.id(account)
        let span = visit.span()
        let (visitor, seen) = try await visit.look { snapshot in
            let account = try snapshot.ask(AccountQuery(account: name))
            let lines = try snapshot.ask(StatementQuery(account: name, span: span))
            return (
                account: account, lines: lines,
                standIns: try snapshot.standIns(in: lines.items, of: account.account)
            )
        }
        let ward = visitor.ward(holding: seen.account.account.id)
        let frame = visit.frame(visitor, behalf: ward?.name)
        let network = visitor.network.slug
        let isOwn = visitor.holds(seen.account.account.id)
        return visit.show(
            ListPage.statement(
                frame: frame,
                network: network,
                account: seen.account.account.id,
                holder: isOwn ? nil : seen.account.account.said(seen.account.holder, frame.words),
                back: isOwn
                    ? nil
                    : ward?.link(frame.words, network)
                        ?? Link(frame.words(PeopleText.peopleTitle), to: Address.people(network)),
                minutes: seen.account.minutes,
                movements: seen.lines.items.map {
                    $0.movement(frame.words, visitor, by: seen.standIns[$0.id])
                },
                today: visit.today(visitor),
                after: seen.lines.next
            )
        )
    }
}

/// The data of a member's home page, read in one snapshot.
private struct MemberHours: Sendable {
    let name: String
    /// The id of the ward; `nil` on the viewer's own page.
    let member: Member.ID?
    let account: AccountState
    let unpaid: [HoursState]
    let lately: [StatementLine]
    /// The people who acted on behalf of the member, by transfer, among the recent transfers.
    let standIns: [Transfer.ID: String]
    /// The offers to name for which the available minutes suffice.
    let outings: [Outing]

    init(of member: MemberName, isWard: Bool, in snapshot: PageSnapshot, lately most: Int) throws {
        let wallet: AccountName
        if isWard {
            guard let ward = snapshot.visitor.wards.first(where: { .id($0.member) == member })
            else { throw AccessRefusal.notFound }
            wallet = .id(ward.account)
            self.member = ward.member
            name = ward.name
        } else {
            wallet = .own
            self.member = nil
            name = snapshot.visitor.member?.name ?? ""
        }
        account = try snapshot.ask(AccountQuery(account: wallet))
        unpaid = try snapshot.ask(UnpaidHoursQuery(member: member))
        lately = try snapshot.ask(StatementQuery(account: wallet, span: Span(limit: most))).items
        standIns = try snapshot.standIns(in: lately, of: account.account)
        outings = try snapshot.ask(EnoughForQuery(member: member))
    }

    /// The claims that are not confirmed yet.
    var waiting: [WaitingClaim] {
        unpaid.filter { $0.hours.status == .claimed }.map(\.claim)
    }

    /// The refused claims to show on the day `today`, newest first, each with its reason.
    ///
    /// When a claim was refused is not stored, and claims may wait long before that. So the newest
    /// three are shown if the hours were given within the last year, and others if within the last
    /// month.
    func refused(on today: Day) -> [WaitingClaim] {
        let (month, year) = (today.adding(days: -31), today.adding(days: -366))
        return unpaid.filter { $0.hours.status == .refused && $0.hours.day >= year }
            .enumerated()
            .filter { $0.offset < Self.refusedMost || $0.element.hours.day >= month }
            .map(\.element.claim)
    }

    private static let refusedMost = 3
}

extension PageSnapshot {
    /// The people who acted on behalf of the holder of a wallet, by transfer; empty for other
    /// accounts.
    fileprivate func standIns(
        in lines: [StatementLine],
        of account: Account
    ) throws -> [Transfer.ID: String] {
        guard account.kind == .wallet, !lines.isEmpty else { return [:] }
        return try ask(ActedOnBehalfQuery(wallet: account.id, transfers: lines.map(\.id)))
    }
}

extension HoursState {
    fileprivate var claim: WaitingClaim {
        WaitingClaim(
            title,
            at: organisationName,
            on: hours.day,
            minutes: hours.minutes,
            by: enteredBy,
            reason: hours.reason
        )
    }
}

extension String {
    /// The first word, used to address a person by name.
    var firstWord: String { split(separator: " ").first.map(String.init) ?? self }
}
