internal import Hummingbird
internal import Ledger
internal import Timebank

/// The page on which a coordinator sees and changes the network's rules.
struct PolicyJourney: Journey {
    var routes: [PageRoute] {
        [.get(Address.rules, show), .post(Address.rules, change)]
    }

    private static let fields: [FieldName] = [
        Policy.Fields.credit.name, Policy.Fields.mutualLimit.name, Policy.Fields.ceiling.name,
        Policy.Fields.newcomerDays.name, Policy.Fields.newcomerGifts.name,
        Policy.Fields.rounding.name,
    ]

    private func show(_ visit: Visit) async throws -> Response {
        try await page(visit, refusal: nil)
    }

    private func change(_ visit: Visit) async throws -> Response {
        try await visit.trying {
            let old = try await look(visit).state.policy
            _ = try await visit.perform(ChangePolicy(policy: try visit.body.rules(in: old)))
            let visitor = try await visit.look { _ in }.visitor
            let words = Localizer(visit.language(of: visitor))
            return visit.lead(
                to: Address.rules(visitor.network.slug),
                notice: words(NetworksText.noticeRules)
            )
        } again: { refusal in
            try await page(visit, refusal: refusal)
        }
    }

    private func look(_ visit: Visit) async throws -> (visitor: Visitor, state: PolicyState) {
        let (visitor, state) = try await visit.look { snapshot in
            guard snapshot.visitor.isCoordinator,
                let state = try snapshot.ask(PoliciesQuery()).first
            else { throw AccessRefusal.notAllowed }
            return state
        }
        return (visitor, state)
    }

    private func page(_ visit: Visit, refusal: (any Refusal)?) async throws -> Response {
        let (visitor, state) = try await look(visit)
        let frame = visit.frame(visitor)
        return visit.show(
            DetailPage.rules(
                frame: frame,
                network: visitor.network.slug,
                rules: state.policy,
                since: Day(state.since, in: visitor.network.zone) ?? state.since.day,
                isMutual: visitor.network.model == .mutual,
                tokens: visit.tokens(),
                entered: refusal.map { entered(visit, $0, frame.words) } ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }

    /// The submitted values and the error; an outdated version gets a message of its own.
    ///
    /// The form sends the version that it was filled in from, in a hidden input. If another
    /// coordinator has changed the rules since, the operation refuses that version as taken. The
    /// person then reads that the rules have changed, instead of an error about an input that they
    /// cannot see.
    private func entered(_ visit: Visit, _ refusal: any Refusal, _ words: Localizer) -> Entered {
        let entered = visit.entered(refusal, words.language, at: Self.fields)
        guard refusal.isSame(as: Policy.Fields.version.refusal(.taken)) else {
            return entered
        }
        let said = RefusalWords(
            title: words(NetworksText.rulesOther),
            sentence: words(NetworksText.rulesOtherHint)
        )
        return Entered(entered.values, mistakes: [Mistake(said)])
    }
}

extension FormBody {
    /// Reads the rules from the form.
    ///
    /// Limits that the form does not ask for, because the network is not a mutual one, are taken
    /// from `old`.
    ///
    /// - Throws: A ``Refusal`` for a missing field or one that holds no whole number.
    fileprivate func rules(in old: Policy) throws -> Policy {
        let days = Policy.Fields.newcomerDays
        guard !isEmpty(days.name) else { throw days.refusal(.missing) }
        return Policy(
            version: Int64(self[Policy.Fields.version.name]) ?? 0,
            credit: try value(Policy.Fields.credit),
            mutualLimit: try ifAny(Policy.Fields.mutualLimit) ?? old.mutualLimit,
            ceiling: try ifAny(Policy.Fields.ceiling),
            newcomerDays: Int64(try count(days.name)),
            newcomerGifts: try value(Policy.Fields.newcomerGifts),
            rounding: try value(Policy.Fields.rounding),
            expiryDays: nil
        )
    }
}
