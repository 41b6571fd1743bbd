internal import Foundation
internal import Ledger
internal import Support
internal import Testing
internal import Timebank

/// What organisations have on their lists: one way for every kind.
@Suite struct ListedTests {
    @Test(arguments: Backend.available)
    func `every kind of listed thing comes off its list and back on it`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            #expect(Shelf.kinds.count == 2)
            try await comesAndGoes(town.opportunity, at: town.school, in: town)
            try await comesAndGoes(town.offer, at: town.cinema, in: town)
        }
    }

    @Test(arguments: Backend.available)
    func `a list can be asked for one organisation's things only`(on backend: Backend) async throws
    {
        try await withTown(on: backend) { town in
            let own = ListedQuery<Opportunity>(organisation: town.school.id)
            let found = try await town.ask(own, as: .ada).items
            #expect(found == [town.opportunity])
            let other = ListedQuery<Opportunity>(organisation: town.cinema.id)
            let none = try await town.ask(other, as: .ada).items
            #expect(none.isEmpty)
        }
    }

    @Test func `a change that is handed over names the thing as its kind`() throws {
        let line = try Handover.line(OpenListed(Offer.ID(raw: 1), isOpen: true), in: nil)
        let sent = try #require(
            try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
        )
        #expect(sent["operation"] as? String == "offer.open")
        let body = try #require(sent["body"] as? [String: Any])
        #expect(Set(body.keys) == ["offer", "isOpen"])
        let data = try JSONSerialization.data(withJSONObject: body)
        let read = try JSONDecoder().decode(OpenListed<Offer>.self, from: data)
        #expect(read.thing.raw == 1)
        #expect(read.isOpen)
    }

    private func comesAndGoes<Thing: Listed>(
        _ thing: Thing,
        at organisation: Organisation,
        in town: Town
    ) async throws {
        let kind = Thing.listing.kind
        #expect(OpenListed<Thing>.name == "\(kind).open")
        for isOpen in [false, true] {
            let changed = try await town.perform(
                OpenListed(thing.id, isOpen: isOpen),
                as: .coordinator
            )
            #expect(changed.id == thing.id)
            #expect(changed.isOpen == isOpen)
            let entry = try #require(try await town.journal("\(kind).open"))
            #expect(entry.subjects.contains(thing.id.raw))
            let list = try await town.ask(ListedQuery<Thing>(), as: .ada).items
            #expect(list.contains(changed) == isOpen)
            let shelf = try await town.ask(
                ShelfQuery(organisation: organisation.id),
                as: .coordinator
            )
            #expect(shelf.things.compactMap { $0 as? Thing } == [changed])
        }
    }
}
