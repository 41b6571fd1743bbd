import Ledger
import Store
import Support
import Testing
import Timebank

@testable import Web

@Suite struct JoiningTests {
    @Test(arguments: Backend.available)
    func `whoever signs in elsewhere joins with a code, and keeps their password`(
        on backend: Backend
    )
        async throws
    {
        try await Server.run(on: backend) { server in
            let founded = try await found("Cy Evans", server)
            let surfer = Surfer(server, as: .ada)
            try await surfer.open("/ely/set-up")
            #expect(await surfer.address == "/ely/join")
            #expect(await surfer.page.contains("You are signed in as"))
            try await surfer.submit(to: "/ely/join", [("code", "7K2M-D0Q4")])
            #expect(await surfer.status == 422)
            #expect(await surfer.page.contains("This code does not work"))
            try await surfer.submit(to: "/ely/join", [("code", founded.code.revealed)])
            #expect(await surfer.address == "/ely/")
            #expect(await surfer.page.contains("Hello, Cy"))
            let me = try await server.town.bank.ask(MeQuery(), as: server.town.who(.ada))
            #expect(me.memberships.count == 2 && me.roles.map(\.network) == [founded.network.slug])
            try await surfer.open("/ely/set-up")
            #expect(await surfer.address == "/ely/set-up")
        }
    }

    @Test(arguments: Backend.available)
    func `a visitor chooses a password instead, and one's own network needs no joining`(
        on backend: Backend
    )
        async throws
    {
        try await Server.run(on: backend) { server in
            _ = try await found("Cy Evans", server)
            let visitor = Surfer(server)
            try await visitor.open("/ely/join")
            #expect(await visitor.address == "/ely/set-up")
            let ada = Surfer(server, as: .ada)
            try await ada.open("/wisbech/join")
            #expect(await ada.address == "/wisbech/set-up")
            try await ada.post("/wisbech/join", "code=7K2M")
            #expect(await ada.status != 200)
        }
    }

    @Test(arguments: Backend.available)
    func `a code is used once, whoever types it`(on backend: Backend) async throws {
        try await Server.run(on: backend) { server in
            let founded = try await found("Cy Evans", server)
            for (role, joins) in [(Town.Role.bo, true), (.stranger, false)] {
                let surfer = Surfer(server, as: role)
                try await surfer.open("/ely/join")
                try await surfer.submit(to: "/ely/join", [("code", founded.code.revealed)])
                #expect(await surfer.status == (joins ? 200 : 422))
            }
        }
    }

    private func found(_ name: String, _ server: Server) async throws -> FoundedNetwork {
        try await server.town.bank.perform(
            FoundNetwork(network: CreateNetwork(slug: "ely", title: "Ely"), coordinator: name),
            as: .console
        ).outcome
    }
}
