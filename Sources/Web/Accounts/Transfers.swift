internal import Hummingbird
internal import Ledger
internal import Timebank

/// The coordinator's pages for choosing among transfers and reversing one.
struct Transfers: Journey {
    var routes: [PageRoute] {
        [
            .get(Address.transfers, list),
            .get(Address.transfer, transfer),
            .post(Address.reversal, reverse),
        ]
    }

    private func list(_ visit: Visit) async throws -> Response {
        let search = visit.query("q")
        let asked = TransfersQuery(
            search: search,
            filter: TransferFilter(
                account: Account.ID(visit.query("at")),
                kind: TransferKind.allCases.first { $0.name == visit.query("kind") },
                from: Day(iso: visit.query("from").trimmed),
                to: Day(iso: visit.query("to").trimmed)
            ),
            span: visit.span()
        )
        let (visitor, (found, organisations)) = try await visit.look {
            let organisations = try $0.ask(OrganisationsQuery(span: Span(limit: 200))).items
            return (try $0.ask(asked), organisations.map(\.organisation))
        }
        let frame = visit.frame(visitor)
        let rows = TransferRows(frame.words, visitor, today: visit.today(visitor))
        return visit.show(
            TransfersPage(
                frame: frame,
                network: visitor.network.slug,
                rows: found.items.map { rows.row($0) },
                filter: TransferFilterForm(
                    frame.words,
                    network: visitor.network.slug,
                    search: search,
                    account: visit.query("at"),
                    kind: visit.query("kind"),
                    from: visit.query("from"),
                    to: visit.query("to"),
                    accounts: accounts(of: organisations, visitor.network, frame.words)
                ),
                after: found.next
            )
        )
    }

    /// The shared pot, and what each organisation has to give and has accepted.
    private func accounts(
        of organisations: [Organisation],
        _ network: Network,
        _ words: Localizer
    ) -> [Alternative] {
        let theirs = organisations.flatMap { one -> [(Account, String)] in
            (one.earns ? [(one.allocation, one.name)] : [])
                + (one.spends == .no ? [] : [(one.takings, one.name)])
        }
        return ([(network.pot, "")] + theirs).map { account, holder in
            Alternative(account.id.description, account.said(holder, words))
        }
    }

    private func transfer(_ visit: Visit, _ transfer: Transfer.ID) async throws -> Response {
        try await page(visit, of: transfer, refusal: nil)
    }

    private func reverse(_ visit: Visit, _ id: Transfer.ID) async throws -> Response {
        try await visit.trying {
            let back = try await visit.perform(
                Reverse(transfer: id, reason: visit.body.value(Transfer.Fields.reason))
            )
            let visitor = try await visit.look { _ in }.visitor
            let words = Localizer(visit.language(of: visitor))
            return visit.lead(
                to: Address.transfer(visitor.network.slug, id),
                notice: words(AccountsText.noticeReversed, ["minutes": .minutes(back.minutes)])
            )
        } again: { refusal in
            try await page(visit, of: id, refusal: refusal)
        }
    }

    private func page(
        _ visit: Visit,
        of id: Transfer.ID,
        refusal: (any Refusal)?
    ) async throws -> Response {
        let asked = TransferQuery(transfer: id)
        let (visitor, state) = try await visit.look { try $0.ask(asked) }
        let frame = visit.frame(visitor)
        let words = frame.words
        let moved = state.transfer
        let rows = TransferRows(words, visitor, today: visit.today(visitor))
        let looksAfterAll = visitor.looksAfterAll
        let entered = refusal.map {
            visit.entered($0, words.language, at: [Transfer.Fields.reason.name])
        }
        return visit.show(
            DetailPage.transfer(
                frame: frame,
                network: visitor.network.slug,
                transfer: TransferDetail(
                    id: moved.id,
                    kind: words(moved.kind.text),
                    from: moved.from.said(state.from, words),
                    to: moved.to.said(state.to, words),
                    day: Day(moved.at, in: visitor.network.zone) ?? moved.at.day,
                    minutes: moved.minutes,
                    memo: state.memo,
                    reversed: state.reversedBy,
                    reverses: moved.reverses,
                    time: rows.time(of: moved),
                    by: looksAfterAll ? state.by ?? rows.maker(state) : nil,
                    behalf: looksAfterAll ? state.behalf : nil,
                    people: looksAfterAll
                        ? [(state.fromMember, state.from), (state.toMember, state.to)].compactMap {
                            member,
                            name in
                            name.isEmpty ? nil : member.map { AlikeLine(member: $0, name: name) }
                        } : []
                ),
                seesAll: looksAfterAll,
                mayReverse: looksAfterAll && state.isReversible,
                tokens: visit.tokens(),
                entered: entered ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }
}
