internal import Hummingbird
internal import Ledger
internal import Timebank

/// The pages on which staff confirm hours: several claims at once, or a single one.
struct ConfirmJourney: Journey {
    var routes: [PageRoute] {
        [
            .get(Address.confirm, list),
            .post(Address.confirm, confirmMany),
            .get(Address.hours, claim),
            .post(Address.confirmHours, confirm),
            .post(Address.refuseHours, refuse),
        ]
    }

    private func list(
        _ visit: Visit,
        at organisation: Organisation.ID
    ) async throws -> Response {
        try await page(visit, at: organisation, refusal: nil)
    }

    private func confirmMany(
        _ visit: Visit,
        at organisation: Organisation.ID
    ) async throws -> Response {
        try await visit.trying {
            let ids = visit.body.value(Hours.Fields.hours)
            let done = try await visit.perform(
                ConfirmMany(organisation: organisation, hours: ids)
            )
            let (visitor, seen) = try await visit.look { snapshot in
                (
                    minutes: try done.confirmed.reduce(Minutes.zero) { sum, id in
                        sum + (try snapshot.ask(HoursQuery(hours: id)).hours.minutes)
                    },
                    left: try snapshot.waiting(of: done.left)
                )
            }
            let words = Localizer(visit.language(of: visitor))
            return visit.lead(
                to: Address.confirm(
                    visitor.network.slug,
                    organisation
                ),
                notice: words.notice(
                    EarningText.noticeConfirmed,
                    ["minutes": .minutes(seen.minutes)],
                    of: done.confirmed.count,
                    left: seen.left
                )
            )
        } again: { refusal in
            try await page(visit, at: organisation, refusal: refusal)
        }
    }

    private func page(
        _ visit: Visit,
        at organisation: Organisation.ID,
        refusal: (any Refusal)?
    ) async throws -> Response {
        let (visitor, seen) = try await visit.look { snapshot in
            (
                state: try snapshot.ask(OrganisationQuery(organisation: organisation)),
                waiting: try snapshot.ask(WaitingHoursQuery(organisation: organisation))
            )
        }
        let frame = visit.frame(visitor)
        let words = frame.words
        return visit.show(
            ConfirmPage(
                frame: frame,
                network: visitor.network.slug,
                organisation: organisation,
                name: seen.state.organisation.name,
                tokens: visit.tokens(),
                left: seen.state.left,
                claims: seen.waiting.map { line($0, words, visit) },
                today: visit.today(visitor),
                entered: refusal.map { visit.entered($0, words.language, at: []) } ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }

    private func line(_ waiting: WaitingHours, _ words: Localizer, _ visit: Visit) -> ConfirmLine {
        // Equal hours (`same`) imply other hours on the same day (`twice`), so only the former is
        // shown.
        let isSame = waiting.oddities.contains(.same)
        let doubts = waiting.oddities.filter { !isSame || $0 != .twice }.map { oddity in
            switch oddity {
            case .day: words(EarningText.doubtDay)
            case .same: words(EarningText.doubtSame)
            case .long: words(EarningText.doubtLong)
            case .twice: words(EarningText.doubtTwice)
            case .old: words(EarningText.doubtOld)
            case .future: words(EarningText.doubtFuture)
            case .own: EarningRefusal.ownHours.words(in: words.language, at: visit.now).title
            }
        }
        return ConfirmLine(
            hours: waiting.hours.id,
            member: waiting.memberName,
            what: waiting.title,
            day: waiting.hours.day,
            minutes: waiting.hours.minutes,
            doubt: doubts.isEmpty ? nil : doubts.joined(separator: " · ")
        )
    }

    private func claim(_ visit: Visit, _ hours: Hours.ID) async throws -> Response {
        try await onePage(visit, of: hours, refusal: nil)
    }

    private func confirm(_ visit: Visit, _ hours: Hours.ID) async throws -> Response {
        try await visit.trying {
            let minutes = try visit.body.ifAny(Hours.Fields.given)
            let made = try await visit.perform(
                ConfirmHours(
                    hours: hours,
                    minutes: minutes,
                    exception: visit.body.value(Hours.Fields.exception)
                )
            )
            return try await lead(visit, made.hours) { words, state in
                words(
                    EarningText.noticeConfirmed,
                    ["count": .number(1), "minutes": .minutes(state.hours.minutes)]
                )
            }
        } again: { refusal in
            try await onePage(visit, of: hours, refusal: refusal)
        }
    }

    private func refuse(_ visit: Visit, _ hours: Hours.ID) async throws -> Response {
        try await visit.trying {
            let refusal = RefuseHours(
                hours: hours,
                reason: visit.body.value(Hours.Fields.reason)
            )
            let refused = try await visit.perform(refusal)
            return try await lead(visit, refused) { words, state in
                words(EarningText.noticeRefused, ["name": .word(state.memberName)])
            }
        } again: { refusal in
            try await onePage(visit, of: hours, refusal: refusal)
        }
    }

    /// Redirects to the list of claims that still wait at the same organisation.
    private func lead(
        _ visit: Visit,
        _ hours: Hours,
        notice: (Localizer, HoursState) -> String
    ) async throws -> Response {
        let (visitor, state) = try await visit.look { try $0.ask(HoursQuery(hours: hours.id)) }
        return visit.lead(
            to: Address.confirm(visitor.network.slug, hours.organisation),
            notice: notice(Localizer(visit.language(of: visitor)), state)
        )
    }

    private func onePage(
        _ visit: Visit,
        of id: Hours.ID,
        refusal: (any Refusal)?
    ) async throws -> Response {
        let asked = HoursQuery(hours: id)
        let (visitor, state) = try await visit.look { try $0.ask(asked) }
        let frame = visit.frame(visitor)
        let hours = state.hours
        let status: ClaimState =
            switch hours.status {
            case .claimed: .claimed
            case .confirmed: .confirmed
            case .refused: .refused
            }
        let post = visitor.posts.first { $0.organisation == hours.organisation }
        let isStaff = visitor.isCoordinator || (post.map { $0.role >= .worker } ?? false)
        let entered = refusal.map {
            visit.entered(
                $0,
                frame.words.language,
                at: [
                    Hours.Fields.given.name, Hours.Fields.exception.name,
                    Hours.Fields.reason.name,
                ]
            )
        }
        return visit.show(
            DetailPage.claim(
                frame: frame,
                network: visitor.network.slug,
                organisation: hours.organisation,
                claim: ClaimDetail(
                    hours: hours.id,
                    member: state.memberName,
                    what: state.title,
                    day: hours.day,
                    minutes: hours.minutes,
                    note: hours.note,
                    state: status,
                    longDay: refusal?.longDay ?? state.longDay
                ),
                isStaff: isStaff,
                mayConfirm: isStaff && !state.isOwn,
                tokens: (confirm: visit.tokens(), refuse: visit.tokens()),
                entered: entered ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }
}

extension PageSnapshot {
    /// The names of the members whose claims are still unconfirmed, among the first five of these.
    ///
    /// A name occurs once for each claim.
    func waiting(of hours: [Hours.ID]) throws -> [String] {
        try hours.prefix(5).map { try ask(HoursQuery(hours: $0)) }
            .filter { $0.hours.status == .claimed }.map(\.memberName)
    }
}

extension Localizer {
    /// The notice after a confirmation: how many claims were confirmed, and whose were left out.
    func notice(
        _ text: any Text,
        _ facts: [String: Fact],
        of count: Int,
        left names: [String]
    ) -> String {
        let facts = facts.merging(["count": .number(Int64(count))]) { $1 }
        let said = count > 0 || names.isEmpty ? [self(text, facts)] : []
        var others: [String] = []
        for name in names where !others.contains(name) { others.append(name) }
        let rest = self(EarningText.noticeLeft, ["names": .word(others.joined(separator: ", "))])
        return (said + (names.isEmpty ? [] : [rest])).joined(separator: " ")
    }
}

extension Refusal {
    /// The total of a member's day that the refusal says is above 24 hours; `nil` for other
    /// refusals.
    fileprivate var longDay: Minutes? {
        if case .moreThanADay(let day)? = self as? EarningRefusal { day } else { nil }
    }
}
