internal import Hummingbird
internal import Ledger
internal import Timebank

/// The coordinator's start page, and the pages for allocations.
struct CoordinatorJourney: Journey {
    var routes: [PageRoute] {
        [
            .get(Address.coordinate, start),
            .get(Address.allocations, allocations),
            .get(Address.grant, grantForm),
            .post(Address.grant, grant),
        ]
    }

    /// The start page, which lists what needs attention.
    ///
    /// That is: organisations with a smaller allocation than they issued in the last 30 days, and
    /// organisations with claims that wait for confirmation.
    private func start(_ visit: Visit) async throws -> Response {
        let (visitor, seen) = try await visit.look {
            (try $0.ask(AllocationsQuery()), try $0.ask(FirstStepsQuery()))
        }
        let (states, steps) = seen
        let frame = visit.frame(visitor)
        let words = frame.words
        let network = visitor.network.slug
        let short = states.filter { $0.left < $0.lastMonth ?? .zero }.map { state in
            Row(
                words(
                    NetworksText.needsAllocation,
                    ["organisation": .word(state.organisation.name), "left": .minutes(state.left)]
                ),
                second: words(OrganisationsText.allocationsSoon),
                action: visitor.isCoordinator
                    ? Link(
                        words(OrganisationsText.grantLink),
                        to: Address.grant(network, state.organisation.id)
                    )
                    : nil
            )
        }
        let waiting = states.filter { $0.waiting > 0 }.map { state in
            Row(
                words(
                    NetworksText.needsConfirming,
                    [
                        "organisation": .word(state.organisation.name),
                        "count": .number(state.waiting),
                    ]
                ),
                action: visitor.isCoordinator
                    ? Link(
                        words(OrganisationsText.staffConfirm),
                        to: Address.confirm(network, state.organisation.id)
                    )
                    : nil
            )
        }
        return visit.show(
            StartPage.coordinate(
                frame: frame,
                network: network,
                needs: short + waiting,
                steps: steps,
                mayChange: visitor.isCoordinator
            )
        )
    }

    private func allocations(_ visit: Visit) async throws -> Response {
        let (visitor, states) = try await visit.look { try $0.ask(AllocationsQuery()) }
        return visit.show(
            ListPage.allocations(
                frame: visit.frame(visitor),
                network: visitor.network.slug,
                mayGrant: visitor.isCoordinator,
                organisations: states.map {
                    AllocationLine(
                        organisation: $0.organisation.id,
                        name: $0.organisation.name,
                        left: $0.left,
                        lastMonth: $0.lastMonth ?? .zero
                    )
                }
            )
        )
    }

    private func grantForm(
        _ visit: Visit,
        at organisation: Organisation.ID
    ) async throws -> Response {
        try await grantPage(visit, at: organisation, refusal: nil)
    }

    private func grant(
        _ visit: Visit,
        at organisation: Organisation.ID
    ) async throws -> Response {
        try await visit.trying {
            let minutes = try visit.body.value(GrantAllocation.Fields.minutes)
            _ = try await visit.perform(
                GrantAllocation(
                    organisation: organisation,
                    minutes: minutes,
                    memo: visit.body.value(GrantAllocation.Fields.memo)
                )
            )
            let (visitor, state) = try await visit.look {
                try $0.ask(OrganisationQuery(organisation: organisation))
            }
            let words = Localizer(visit.language(of: visitor))
            return visit.lead(
                to: Address.allocations(visitor.network.slug),
                notice: words(
                    OrganisationsText.noticeGranted,
                    [
                        "organisation": .word(state.organisation.name),
                        "minutes": .minutes(minutes),
                    ]
                )
            )
        } again: { refusal in
            try await grantPage(visit, at: organisation, refusal: refusal)
        }
    }

    private func grantPage(
        _ visit: Visit,
        at organisation: Organisation.ID,
        refusal: (any Refusal)?
    ) async throws -> Response {
        let (visitor, state) = try await visit.look { snapshot in
            guard snapshot.visitor.isCoordinator else { throw AccessRefusal.notAllowed }
            return try snapshot.ask(OrganisationQuery(organisation: organisation))
        }
        let frame = visit.frame(visitor)
        let entered = refusal.map {
            visit.entered(
                $0,
                frame.words.language,
                at: [GrantAllocation.Fields.minutes.name, GrantAllocation.Fields.memo.name]
            )
        }
        return visit.show(
            FormPage.grant(
                frame: frame,
                network: visitor.network.slug,
                organisation: organisation,
                name: state.organisation.name,
                left: state.left,
                tokens: visit.tokens(),
                entered: entered ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }
}
