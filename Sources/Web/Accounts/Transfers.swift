internal import Hummingbird
internal import Ledger
internal import Timebank

/// The coordinator's pages for searching transfers and reversing one.
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
        let asked = TransfersQuery(search: search, span: visit.span())
        let (visitor, found) = try await visit.look { try $0.ask(asked) }
        let frame = visit.frame(visitor)
        return visit.show(
            ListPage.transfers(
                frame: frame,
                network: visitor.network.slug,
                movements: found.items.map { $0.movement(frame.words, in: visitor.network) },
                today: visit.today(visitor),
                search: search,
                after: found.next
            )
        )
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
                    reversed: state.reversedBy
                ),
                seesAll: visitor.isCoordinator || visitor.isOperator,
                mayReverse: visitor.isCoordinator && !state.isOwn && moved.kind != .reversal,
                tokens: visit.tokens(),
                entered: entered ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }
}
