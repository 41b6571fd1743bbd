import Ledger
import Support
import Testing

@testable import Timebank

/// What a member's hours are said to be enough for.
@Suite struct EnoughForTests {
    private static let alone = Party(adults: 1, children: 0)
    private static let family = Party(adults: 2, children: 1)

    private static func offer(
        _ id: Int64,
        _ spends: Organisation.Spends,
        adult: Int64,
        child: Int64? = 0
    ) -> Offer {
        Offer(
            id: Offer.ID(raw: id),
            organisation: Organisation.ID(raw: id),
            organisationName: "Place \(id)",
            title: "Offer \(id)",
            details: "",
            adult: Minutes(adult),
            child: child.map { Minutes($0) },
            isOpen: true,
            isOrganisationOpen: true,
            spends: spends
        )
    }

    private let film = offer(1, .corporate, adult: 60, child: 30)
    private let swim = offer(2, .corporate, adult: 60)
    private let gym = offer(3, .corporate, adult: 60)
    private let soup = offer(4, .community, adult: 60)
    private let trip = offer(5, .community, adult: 300)

    private func named(
        _ minutes: Int64,
        own: [(offer: Offer.ID, party: Party)] = [],
        popular: [Offer] = [],
        offers: [Offer]? = nil
    ) -> [Outing] {
        EnoughFor(
            own: own,
            popular: popular.map(\.id),
            offers: offers ?? [film, swim, gym, soup, trip]
        )
        .outings(within: Minutes(minutes))
    }

    @Test func `what one enjoys comes first, with the same people, and community has a place`() {
        let own = [(offer: film.id, party: Self.family), (offer: gym.id, party: Self.alone)]
        #expect(
            named(200, own: own) == [
                Outing(offer: film, party: Self.family), Outing(offer: soup, party: Self.alone),
            ]
        )
        let neighbourly = [(offer: soup.id, party: Self.alone)] + own
        #expect(
            named(200, own: neighbourly) == [
                Outing(offer: soup, party: Self.alone), Outing(offer: film, party: Self.family),
            ]
        )
    }

    @Test func `where it is not enough for everybody, it is said for one adult`() {
        let own = [(offer: film.id, party: Self.family)]
        #expect(named(149, own: own).first == Outing(offer: film, party: Self.alone))
        #expect(named(150, own: own).first == Outing(offer: film, party: Self.family))
    }

    @Test func `a newcomer reads what others enjoy, and then what is new`() {
        #expect(named(60, popular: [gym, film]).map(\.offer) == [gym, soup])
        #expect(named(60).map(\.offer) == [film, soup])
        #expect(named(400, offers: [film, swim, trip]).map(\.offer) == [film, trip])
    }

    @Test func `what is too dear, free or off the list is not named`() {
        #expect(named(59).isEmpty)
        #expect(named(60, offers: [trip]).isEmpty)
        let free = Self.offer(6, .community, adult: 0, child: 30)
        #expect(named(60, offers: [free]).isEmpty)
        let gone = [(offer: Offer.ID(raw: 99), party: Self.alone)]
        #expect(named(60, own: gone, offers: [film]).map(\.offer) == [film])
        #expect(named(60, offers: [film]).count == 1)
    }

    @Test(arguments: Backend.available)
    func `a member's own visits are found, without those that were undone`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(600, town.ada)
            try await town.earn(600, town.bo)
            let pool = try await town.perform(
                AddOffer(organisation: town.cinema.id, title: "Swim", adult: Minutes(30)),
                as: .coordinator
            )
            let mine = EnoughForQuery(member: .id(town.ada.id))
            func first() async throws -> Outing? { try await town.ask(mine, as: .ada).first }
            #expect(try await first()?.offer.id == pool.id)
            try await town.redeem(1, town.ada, children: 2)
            let film = try await town.ask(ListedItemQuery(town.offer.id), as: .ada)
            let outing = Outing(offer: film, party: Party(adults: 1, children: 2))
            #expect(try await first() == outing)
            for _ in 0..<2 {
                let receipt = try await town.redeem(3, town.ada)
                try await town.perform(
                    UndoRedemption(redemption: receipt.redemption.id),
                    as: .till
                )
            }
            #expect(try await first() == outing)
            // Somebody new in the network is told what others enjoy.
            let others = try await town.ask(EnoughForQuery(member: .id(town.bo.id)), as: .bo)
            #expect(others.map(\.offer.id) == [film.id, pool.id])
            try await town.perform(OpenListed(town.offer.id, isOpen: false), as: .coordinator)
            #expect(try await first()?.offer.id == pool.id)
        }
    }
}
