internal import Hummingbird
internal import Ledger
internal import Timebank

/// The pages of a gift: the form, the check of the answers, the gift itself and its confirmation.
struct GiveJourney: Journey {
    var routes: [PageRoute] {
        [
            .get(Address.give, form),
            .post(Address.giveCheck, check),
            .post(Address.give, give),
            .get(Address.given, given),
        ]
    }

    /// The value of ``Give/Fields/to`` when the receiver is a member.
    ///
    /// The member's number is then in ``number``.
    static let toMember = "member"

    /// The membership number of the receiver.
    static let number = Field<String>(
        FieldName("number", PeopleText.fieldNumber),
        .line(1...32),
        "A membership number.",
        example: "1001-T",
        hint: GivingText.giveNumberHint
    )

    private func form(_ visit: Visit) async throws -> Response {
        try await page(visit, from: visit.query("from"), refusal: nil)
    }

    private func check(_ visit: Visit) async throws -> Response {
        try await visit.trying {
            let (gift, number) = try await gift(visit)
            let plan = GiftPreviewQuery(from: gift.from, to: gift.to, minutes: gift.minutes)
            let (visitor, found) = try await visit.look { try $0.ask(plan) }
            return visit.show(
                DetailPage.giveCheck(
                    frame: visit.frame(visitor, behalf: ward(visit, visitor)?.name),
                    network: visitor.network.slug,
                    tokens: visit.tokens(),
                    from: ward(visit, visitor) == nil ? nil : account(visit),
                    receiver: found.receiver,
                    minutes: gift.minutes,
                    left: found.left,
                    memo: gift.memo,
                    answers: visit.body.again([
                        Give.Fields.to.name, Give.Fields.minutes.name, Give.Fields.memo.name,
                        Give.Fields.from.name,
                    ]) + (number.map { [Hidden(Self.number, $0.description)] } ?? [])
                )
            )
        } again: { refusal in
            try await page(visit, from: visit.body[Give.Fields.from.name], refusal: refusal)
        }
    }

    private func give(_ visit: Visit) async throws -> Response {
        try await visit.trying {
            let transfer = try await visit.perform(try await gift(visit).gift)
            return visit.lead(to: Address.given(try visit.slug, transfer.id))
        } again: { refusal in
            try await page(visit, from: visit.body[Give.Fields.from.name], refusal: refusal)
        }
    }

    /// Reads the gift from the form; the payer is the account that the form names, or the viewer's
    /// own.
    ///
    /// - Returns: Also the receiver's number; `nil` for the pot.
    /// - Throws: A ``Refusal`` for a missing or unknown receiver, or a malformed amount.
    private func gift(_ visit: Visit) async throws -> (gift: Give, number: MemberNumber?) {
        let body = visit.body
        var number: MemberNumber?
        if !isToPot(visit) {
            guard let typed = body.ifAny(Self.number) else { throw Self.number.refusal(.missing) }
            number = try await visit.members([typed], in: Self.number.name)[0].number
        }
        let gift = Give(
            from: .payer(body[Give.Fields.from.name]),
            to: number.map { .member($0) } ?? .pot,
            minutes: try body.value(Give.Fields.minutes),
            memo: body.value(Give.Fields.memo)
        )
        return (gift, number)
    }

    private func isToPot(_ visit: Visit) -> Bool {
        visit.body[Give.Fields.to.name] == AccountName.pot.description
    }

    /// The account that the form names as the payer; `nil` for the viewer's own.
    private func account(_ visit: Visit) -> Account.ID? {
        Account.ID(visit.body[Give.Fields.from.name])
    }

    private func page(
        _ visit: Visit,
        from account: String,
        refusal: (any Refusal)?
    ) async throws -> Response {
        let (visitor, state) = try await visit.look { snapshot in
            let isTheirs = Account.ID(account) == nil
            guard !isTheirs || snapshot.visitor.member != nil else {
                throw AccessRefusal.notAllowed
            }
            return try snapshot.ask(AccountQuery(account: .payer(account)))
        }
        let isOwn = visitor.holds(state.account.id)
        let frame = visit.frame(visitor, behalf: isOwn ? nil : state.holder)
        let entered = refusal.map {
            visit.entered(
                $0,
                frame.words.language,
                at: [
                    Give.Fields.to.name, Self.number.name, Give.Fields.minutes.name,
                    Give.Fields.memo.name,
                ],
                placing: [Give.Fields.to.name: Self.number.name],
                required: (isToPot(visit) ? [] : [Self.number.name]) + [Give.Fields.minutes.name]
            )
        }
        return visit.show(
            FormPage.give(
                frame: frame,
                network: visitor.network.slug,
                tokens: visit.tokens(),
                from: isOwn ? nil : state.account.id,
                for: visitor.ward(holding: state.account.id),
                left: state.minutes - state.held,
                looksUp: visitor.looksUp,
                entered: entered ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }

    private func ward(_ visit: Visit, _ visitor: Visitor) -> Ward? {
        account(visit).flatMap { visitor.ward(holding: $0) }
    }

    private func given(_ visit: Visit, _ transfer: Transfer.ID) async throws -> Response {
        let asked = TransferQuery(transfer: transfer)
        let (visitor, state) = try await visit.look { try $0.ask(asked) }
        guard state.transfer.from.kind == .wallet else { throw AccessRefusal.notFound }
        let payer = state.transfer.from.id
        let ward = visitor.ward(holding: payer)
        return visit.show(
            DonePage.given(
                frame: visit.frame(visitor, behalf: ward?.name),
                network: visitor.network.slug,
                account: visitor.holds(payer) ? payer : nil,
                for: ward,
                receiver: state.transfer.to.kind == .pot ? nil : state.to,
                minutes: state.transfer.minutes,
                left: state.transfer.fromLink.balance ?? .zero
            )
        )
    }
}

extension AccountName {
    /// The account that pays: the account with this id, or the viewer's own when it is no id.
    fileprivate static func payer(_ text: String) -> AccountName {
        Account.ID(text).map { .id($0) } ?? .own
    }
}
