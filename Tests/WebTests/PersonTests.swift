import HTTPTypes
import Ledger
import Support
import Testing
import Timebank

@testable import Web

/// The page of a member, where staff work.
@Suite struct PersonTests {
    private func path(_ member: Member, _ rest: String = "") -> String {
        "/wisbech/people/\(member.id)\(rest)"
    }

    @Test(arguments: Backend.available, [Town.Role.coordinator, .operator])
    func `a contact is corrected, and what is wrong is said beside it`(
        on backend: Backend,
        role: Town.Role
    ) async throws {
        try await Server.run(on: backend) { server in
            let bo = server.town.bo
            let surfer = Surfer(server, as: role)
            try await surfer.open(path(bo))
            #expect(await surfer.links.contains(path(bo, "/change?what=phone")))
            try await surfer.open(path(bo, "/change?what=email"))
            try await surfer.submit(to: path(bo, "/change"), [("email", "no address")])
            #expect(await surfer.status == 422)
            #expect(await surfer.page.contains("value=\"no address\""))
            #expect(await surfer.page.contains("href=\"#f-email\""))
            try await surfer.open(path(bo, "/change?what=phone"))
            try await surfer.submit(to: path(bo, "/change"), [("phone", "07700 900 142")])
            #expect(await surfer.address == path(bo))
            #expect(await surfer.page.contains("07700 900 142"))
            #expect(await surfer.page.contains("href=\"tel:07700900142\""))
        }
    }

    @Test(arguments: Backend.available)
    func `staff see and do what they may, and nothing else is on the page`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let bo = server.town.bo
            let own = EditMember(member: .id(bo.id), email: "bo@example.org", phone: "0777")
            try await server.town.perform(own, as: .bo)
            for role in [Town.Role.worker, .lead] {
                let surfer = Surfer(server, as: role)
                try await surfer.open(path(bo))
                #expect(await surfer.status == 200)
                let page = await surfer.page
                for secret in ["bo@example.org", "0777", "/erase", "/history", "/pot", "/change"] {
                    #expect(!page.contains(secret), "\(role): \(secret)")
                }
                #expect(await surfer.actions.contains(path(bo, "/hours")), "\(role)")
                for rest in ["/erase", "/history", "/pot", "/change", "/roles", "/guardians"] {
                    try await surfer.open(path(bo, rest))
                    #expect([403, 404].contains(await surfer.status), "\(role): \(rest)")
                }
            }
            let other = Surfer(server, as: .ada)
            try await other.open(path(bo))
            #expect([403, 404].contains(await other.status))
        }
    }

    @Test(arguments: Backend.available, [Town.Role.coordinator, .worker])
    func `hours are entered on the page of who gave them`(
        on backend: Backend,
        role: Town.Role
    ) async throws {
        try await Server.run(on: backend) { server in
            let (town, bo) = (server.town, server.town.bo)
            let surfer = Surfer(server, as: role)
            try await surfer.open(path(bo))
            #expect(await surfer.page.contains("Orchard Lane School (100\u{a0}h left)"))
            try await surfer.submit(to: path(bo, "/hours"), [("date", "2026-11-20")])
            #expect(await surfer.status == 422)
            #expect(await surfer.page.contains("href=\"#f-opportunity\""))
            let fields = [
                ("opportunity", "\(town.opportunity.id)"), ("date", "2026-11-20"),
                ("minutes-hours", "1"), ("minutes-minutes", "30"),
            ]
            try await surfer.submit(to: path(bo, "/hours"), fields)
            #expect(await surfer.address == path(bo))
            #expect(await surfer.page.contains("has 98\u{a0}h\u{a0}30\u{a0}min left to give"))
            #expect(try await town.minutes(of: bo) == Minutes(90))
            // A day has 24 hours; what is beyond waits for somebody to look.
            let more = fields.map { ($0.0, $0.0 == "minutes-hours" ? "23" : $0.1) }
            try await surfer.submit(to: path(bo, "/hours"), more)
            #expect(await surfer.page.contains("wait to be confirmed"))
            #expect(try await town.minutes(of: bo) == Minutes(90))
        }
    }

    @Test(arguments: Backend.available)
    func `a coordinator gives from the pot, and reverses what was wrong`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let (town, bo) = (server.town, server.town.bo)
            try await town.earn(60, town.ada)
            try await town.perform(Give(from: .own, to: .pot, minutes: Minutes(40)), as: .ada)
            let office = Surfer(server, as: .coordinator)
            try await office.open(path(bo))
            #expect(await office.links.contains(path(bo, "/pot")))
            try await office.open(path(bo, "/pot"))
            let pot = path(bo, "/pot")
            try await office.submit(to: pot, [("minutes-hours", "5"), ("minutes-minutes", "")])
            #expect(await office.status == 422)
            try await office.submit(
                to: pot,
                [("minutes-hours", ""), ("minutes-minutes", "30"), ("memo", "For the bus")]
            )
            #expect(await office.page.contains("30\u{a0}min given to \(bo.name) from the pot."))
            #expect(await office.page.contains("by coordinator"))
            let all = try await town.ask(TransfersQuery(), as: .coordinator).items
            let grant = try #require(all.first)
            let transfer = "/wisbech/transfers/\(grant.transfer.id)"
            #expect(await office.links.contains(transfer))
            try await office.open(transfer)
            try await office.submit(to: "\(transfer)/reversal", [("reason", "Not for them")])
            #expect(await office.page.contains("Reversed."))
            let links = await office.links
            let back = try #require(
                links.first { $0.hasPrefix("/wisbech/transfers/") && $0 != transfer }
            )
            try await office.open(back)
            #expect(await office.links.contains(transfer))
            try await office.open(path(bo))
            #expect(await office.page.contains("Reversed"))
            #expect(await !office.page.contains(">Reverse<"))
            #expect(try await town.minutes(of: bo) == .zero)
        }
    }

    @Test(arguments: Backend.available)
    func `a guardian is added by name and taken back`(on backend: Backend) async throws {
        try await Server.run(on: backend) { server in
            let (town, ada) = (server.town, server.town.ada)
            let guardians = path(ada, "/guardians")
            let office = Surfer(server, as: .coordinator)
            try await office.open(guardians)
            try await office.submit(to: guardians, [("guardian", "Kalnins")])
            #expect(await office.page.contains("\(town.bo.name) can act for them now."))
            let asked = GuardiansQuery(ward: .id(ada.id))
            #expect(try await town.ask(asked, as: .coordinator).map(\.name) == [town.bo.name])
            // The first form on the page is the one that ends it.
            try await office.submit(to: guardians)
            #expect(await office.page.contains("does not act for them any more"))
            #expect(try await town.ask(asked, as: .coordinator).isEmpty)
        }
    }

    @Test(arguments: Backend.available)
    func `somebody is marked as left, comes back, and is erased`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let (town, bo) = (server.town, server.town.bo)
            let office = Surfer(server, as: .coordinator)
            try await office.open(path(bo))
            try await office.submit(to: path(bo, "/change"))
            #expect(await office.page.contains("\(bo.name) is marked as left."))
            #expect(await !office.actions.contains(path(bo, "/hours")))
            try await office.submit(to: path(bo, "/change"))
            #expect(await office.page.contains("\(bo.name) is back."))
            try await office.open(path(bo, "/erase"))
            #expect(await office.page.contains("This cannot be taken back."))
            try await office.submit(to: path(bo, "/erase"))
            #expect(await office.address == "/wisbech/people")
            #expect(await office.page.contains("Erased: \(bo.name)."))
            try await office.open(path(bo))
            #expect(await office.status == 404)
            let members = try await town.ask(MembersQuery(), as: .coordinator).items
            #expect(members.map(\.member.id) == [town.ada.id])
        }
    }

    @Test(arguments: Backend.available)
    func `roles and a new card are given and taken on the member's page`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let (town, ada) = (server.town, server.town.ada)
            let roles = path(ada, "/roles")
            let office = Surfer(server, as: .coordinator)
            try await office.open(roles)
            try await office.submit(
                to: roles,
                [("organisation", "\(town.cinema.id)"), ("role", "till")]
            )
            #expect(await office.page.contains("Has the till at Riverside Cinema"))
            let asked = RolesQuery(member: .id(ada.id))
            // The form that ends the role comes first.
            try await office.submit(to: roles)
            #expect(try await town.ask(asked, as: .coordinator).posts.isEmpty)
            try await office.submit(to: roles, [("office", "funder")])
            #expect(await office.page.contains("Funder"))
            #expect(try await town.ask(asked, as: .coordinator).offices == [.funder])
            try await office.submit(to: roles)
            #expect(try await town.ask(asked, as: .coordinator).offices.isEmpty)
            try await office.open(path(ada))
            try await office.submit(to: path(ada, "/new-card"))
            #expect(await office.page.contains("\(ada.name) has a new card."))
            let card = try await town.ask(MemberQuery(member: .id(ada.id)), as: .coordinator)
            #expect(card.member.card != ada.card)
        }
    }
}
