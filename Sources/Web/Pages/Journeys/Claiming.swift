internal import Hummingbird
internal import Ledger
internal import Timebank

/// A member says which hours they gave.
struct Claiming: Journey {
    var routes: [PageRoute] {
        [
            .get(Address.claim(), form),
            .post(Address.claim(), claim),
            .get(Address.claimed(), claimed),
        ]
    }

    private func form(_ visit: Visit) async throws -> Response {
        try await page(visit, refusal: nil)
    }

    private func claim(_ visit: Visit) async throws -> Response {
        let visitor = try await visit.look { _ in }.visitor
        guard let member = visitor.member else { throw Refusal.notAllowed }
        return try await visit.trying {
            let claim = ClaimHours(
                opportunity: try visit.body.id("opportunity"),
                member: .id(member.id),
                day: try visit.body.day("date"),
                minutes: try visit.body.amount("minutes"),
                note: visit.body["note"]
            )
            let made = try await visit.perform(claim).hours
            let network = visitor.network.slug.description
            return visit.lead(to: Address.claimed(network, made.id.description))
        } again: { refusal in
            try await page(visit, refusal: refusal)
        }
    }

    private func page(_ visit: Visit, refusal: Refusal?) async throws -> Response {
        let (visitor, places) = try await visit.look { glance in
            guard glance.visitor.member != nil else { throw Refusal.notAllowed }
            return try glance.ask(OpportunitiesQuery(span: Span(limit: 200))).items
        }
        let frame = visit.frame(visitor)
        let entered = refusal.map {
            visit.entered(
                $0,
                frame.words.language,
                at: ["opportunity", "date", "minutes", "note"],
                placing: ["opportunity-closed": "opportunity"]
            )
        }
        return visit.show(
            FormPage.claim(
                frame: frame,
                network: visitor.network.slug.description,
                seal: visit.seal(),
                opportunities: places.map {
                    Alternative($0.id.description, $0.title, second: $0.organisationName)
                },
                today: visit.today(visitor),
                entered: entered ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }

    private func claimed(_ visit: Visit) async throws -> Response {
        let asked = HoursQuery(hours: try visit.id("hours"))
        let (visitor, state) = try await visit.look { try $0.ask(asked) }
        guard state.isOwn else { throw Refusal.notFound }
        return visit.show(
            DonePage.claimed(
                frame: visit.frame(visitor),
                network: visitor.network.slug.description,
                organisation: state.organisationName,
                minutes: state.hours.minutes
            )
        )
    }
}
