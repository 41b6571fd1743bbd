import HTTPTypes
import Ledger
import Support
import Testing
import Timebank

@testable import Web

@Suite struct ShelvingTests {
    private func path(_ organisation: Organisation) -> String {
        "/wisbech/organisations/\(organisation.id)/list"
    }

    @Test(arguments: Backend.available, [Town.Role.lead, .coordinator])
    func `something to do is taken off the list and put back`(
        on backend: Backend,
        role: Town.Role
    ) async throws {
        try await Server.run(on: backend) { server in
            let (town, path) = (server.town, path(server.town.school))
            let surfer = Surfer(server, as: role)
            try await surfer.open("/wisbech/organisations/\(town.school.id)")
            #expect(await surfer.links.contains(path))
            for isOpen in [false, true] {
                try await surfer.open(path)
                let hidden = await surfer.hidden(in: path)
                #expect(hidden.contains { $0 == ("open", isOpen ? "yes" : "no") })
                try await surfer.submit(to: path)
                #expect(await surfer.address == path)
                let said = isOpen ? "On the list again: " : "Off the list: "
                #expect(await surfer.page.contains(said + town.opportunity.title))
                let listed = try await town.ask(OpportunitiesQuery(), as: .ada).items
                #expect(listed.contains { $0.id == town.opportunity.id } == isOpen)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `something to enjoy is taken off the list and put back`(on backend: Backend) async throws {
        try await Server.run(on: backend) { server in
            let (town, path) = (server.town, path(server.town.cinema))
            let surfer = Surfer(server, as: .coordinator)
            for isOpen in [false, true] {
                try await surfer.open(path)
                try await surfer.submit(to: path)
                #expect(await surfer.status == 200)
                let listed = try await town.ask(OffersQuery(), as: .ada).items
                #expect(listed.contains { $0.id == town.offer.id } == isOpen)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `whoever does not look after the list neither sees the page nor changes anything`(
        on backend: Backend
    )
        async throws
    {
        try await Server.run(on: backend) { server in
            let (town, path) = (server.town, path(server.town.school))
            let office = Surfer(server, as: .coordinator)
            try await office.open(path)
            let hidden = await office.hidden(in: path).filter { $0.0 != "token" }
            for role in [Town.Role.ada, .worker, .till, .funder, .stranger] {
                let surfer = Surfer(server, as: role)
                try await surfer.open(path)
                #expect([403, 404].contains(await surfer.status))
                let body = hidden.map { "\($0)=\(Address.escaped($1))" }.joined(separator: "&")
                try await surfer.post(path, body, headers: [.secFetchSite: "same-origin"])
                #expect([403, 404].contains(await surfer.status))
            }
            #expect(try await town.ask(OpportunitiesQuery(), as: .ada).items.count == 1)
        }
    }
}
