internal import Hummingbird
internal import Ledger
internal import Timebank

/// The pages on which a member, or a guardian for a ward, claims hours.
struct ClaimJourney: Journey {
    var routes: [PageRoute] {
        [
            .get(Address.claim, form),
            .post(Address.claim, claim),
            .get(Address.claimed, claimed),
        ]
    }

    private func form(_ visit: Visit) async throws -> Response {
        try await page(visit, for: visit.query("for"), refusal: nil)
    }

    private func claim(_ visit: Visit) async throws -> Response {
        let visitor = try await visit.look { _ in }.visitor
        let named = visit.body[Hours.Fields.member.name]
        let member = try Self.member(visitor, named)
        return try await visit.trying {
            let claim = ClaimHours(
                opportunity: try visit.body.value(Hours.Fields.opportunity),
                member: .id(member),
                day: try visit.body.value(Hours.Fields.date),
                minutes: try visit.body.value(Hours.Fields.minutes),
                note: visit.body.value(Hours.Fields.note)
            )
            let made = try await visit.perform(claim).hours
            return visit.lead(to: Address.claimed(visitor.network.slug, made.id))
        } again: { refusal in
            try await page(visit, for: named, refusal: refusal)
        }
    }

    /// The member whose hours are claimed: the one named in the form, or else the viewer.
    ///
    /// It does not check that the viewer may act for the named member; the operation does.
    ///
    /// - Throws: ``AccessRefusal/notFound`` when the name is no id, ``AccessRefusal/notAllowed``
    ///   when nobody is named and the viewer is no member.
    private static func member(_ visitor: Visitor, _ named: String) throws -> Member.ID {
        guard named.isEmpty else {
            guard let member = Member.ID(named) else { throw AccessRefusal.notFound }
            return member
        }
        guard let own = visitor.member else { throw AccessRefusal.notAllowed }
        return own.id
    }

    private func page(
        _ visit: Visit,
        for named: String,
        refusal: (any Refusal)?
    ) async throws -> Response {
        let (visitor, opportunities) = try await visit.look { snapshot in
            let member = try Self.member(snapshot.visitor, named)
            guard member == snapshot.visitor.member?.id || snapshot.visitor.ward(member) != nil
            else {
                throw AccessRefusal.notFound
            }
            return try snapshot.ask(OpportunitiesQuery(span: Span(limit: 200))).items
        }
        let ward = Member.ID(named).flatMap { visitor.ward($0) }
        let frame = visit.frame(visitor, behalf: ward?.name)
        let here = Opportunity.ID(visit.query("at"))
        let chosen = opportunities.first { $0.id == here } ?? opportunities.only
        let asked = [
            Hours.Fields.opportunity.name, Hours.Fields.date.name, Hours.Fields.minutes.name,
        ]
        let entered = refusal.map {
            visit.entered(
                $0,
                frame.words.language,
                at: asked + [Hours.Fields.note.name],
                required: asked
            )
        }
        return visit.show(
            FormPage.claim(
                frame: frame,
                network: visitor.network.slug,
                tokens: visit.tokens(),
                for: ward,
                opportunities: opportunities.map {
                    Alternative($0.id.description, $0.title, second: $0.organisationName)
                },
                chosen: chosen.map { ($0.id, $0.minutes) },
                today: visit.today(visitor),
                entered: entered ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }

    private func claimed(_ visit: Visit, _ hours: Hours.ID) async throws -> Response {
        let asked = HoursQuery(hours: hours)
        let (visitor, state) = try await visit.look { try $0.ask(asked) }
        let ward = visitor.ward(state.hours.member)
        guard state.hours.member == visitor.member?.id || ward != nil else {
            throw AccessRefusal.notFound
        }
        return visit.show(
            DonePage.claimed(
                frame: visit.frame(visitor, behalf: ward?.name),
                network: visitor.network.slug,
                organisation: state.organisationName,
                for: ward,
                minutes: state.hours.minutes
            )
        )
    }
}

extension Visitor {
    /// The ward with this member id, as pages show them; `nil` if the viewer is not their guardian.
    func ward(_ member: Member.ID) -> Web.Ward? {
        wards.first { $0.member == member }.map(\.shown)
    }

    /// Whether this account is the viewer's own wallet.
    func holds(_ account: Account.ID) -> Bool { member?.wallet.id == account }

    /// The ward who holds this account; `nil` if the viewer is not their guardian.
    func ward(holding account: Account.ID) -> Web.Ward? {
        wards.first { $0.account == account }.map(\.shown)
    }
}

extension Visitor.Ward {
    /// The ward as pages show them.
    fileprivate var shown: Web.Ward {
        Web.Ward(member: member, name: name, minutes: minutes)
    }
}

extension Array {
    /// The only element, or `nil` when there are none or several.
    fileprivate var only: Element? { count == 1 ? first : nil }
}
