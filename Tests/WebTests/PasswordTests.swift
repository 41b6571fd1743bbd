import HTTPTypes
import Ledger
import Store
import Support
import Testing
import Timebank

@testable import Web

/// Another password of one's own, by a page.
@Suite struct PasswordTests {
    private static let old = "a kettle in the attic"
    private static let fresh = "seven herons by the sluice"
    private static let path = "/wisbech/password"

    @Test(
        arguments: Backend.available,
        [Town.Role.ada, .worker, .coordinator, .funder, .guardian, .operator]
    )
    func `everybody who is signed in finds the page on their own, and nobody else is shown it`(
        on backend: Backend,
        role: Town.Role
    ) async throws {
        try await Server.run(on: backend) { server in
            let surfer = Surfer(server, as: role)
            try await surfer.open("/wisbech/")
            #expect(await surfer.links.contains(Self.path))
            try await surfer.open(Self.path)
            #expect(await surfer.status == 200)
            let visitor = Surfer(server)
            try await visitor.open("/wisbech/")
            #expect(await !visitor.links.contains(Self.path))
            try await visitor.open(Self.path)
            #expect(await visitor.address == "/wisbech/sign-in?back=%2Fwisbech%2Fpassword")
        }
    }

    @Test(arguments: Backend.available)
    func `the new password is kept, this sign-in goes on and every other one ends`(
        on backend: Backend
    )
        async throws
    {
        try await Server.run(on: backend) { server in
            let number = try await settle("Cy Evans", server)
            let mine = try await enter(number, Self.old, server)
            let other = try await enter(number, Self.old, server)
            try await mine.open(Self.path)
            try await mine.submit(to: Self.path, [("old", Self.old), ("password", Self.fresh)])
            #expect(await mine.address == "/wisbech/")
            #expect(await mine.page.contains("Your new password is kept."))
            try await other.open(Self.path)
            #expect(await other.address.hasPrefix("/wisbech/sign-in"))
            #expect(try await enter(number, Self.old, server).status == 422)
            #expect(try await enter(number, Self.fresh, server).address == "/wisbech/")
        }
    }

    @Test(arguments: Backend.available)
    func `what is wrong is said beside its field, and no password is ever shown again`(
        on backend: Backend
    )
        async throws
    {
        try await Server.run(on: backend) { server in
            let number = try await settle("Cy Evans", server)
            let mine = try await enter(number, Self.old, server)
            let wrong: [(old: String, new: String, fields: [String])] = [
                ("", "", ["f-old", "f-password"]),
                (Self.old, "", ["f-password"]),
                ("", Self.fresh, ["f-old"]),
                ("not this one", Self.fresh, ["f-old"]),
                (Self.old, "short", ["f-password"]),
                (Self.old, number, ["f-password"]),
                (Self.old, String(repeating: "ab ", count: 400), ["f-password"]),
            ]
            for (old, new, fields) in wrong {
                try await mine.open(Self.path)
                try await mine.submit(to: Self.path, [("old", old), ("password", new)])
                #expect(await mine.status == 422)
                let page = await mine.page
                let linked = page.matches(of: /<li><a href="#(f-\w+)"/).map { String($0.1) }
                #expect(linked == fields, "\(old) \(new)")
                #expect(old != "" || page.contains("Password as it is now: this is still empty"))
                for typed in [old, new] where typed.count > 9 { #expect(!page.contains(typed)) }
            }
            #expect(try await enter(number, Self.old, server).address == "/wisbech/")
        }
    }

    @Test(arguments: Backend.available)
    func `guesses at the old password are counted`(on backend: Backend) async throws {
        try await Server.run(on: backend, limits: true) { server in
            let number = try await settle("Cy Evans", server)
            let mine = try await enter(number, Self.old, server)
            var last = ""
            for _ in 0..<30 {
                try await mine.open(Self.path)
                try await mine.submit(to: Self.path, [("old", "?"), ("password", Self.fresh)])
                #expect([422, 429].contains(await mine.status))
                last = await mine.page
            }
            #expect(!last.contains("This is not your password"))
        }
    }

    @Test(arguments: Backend.available)
    func `a form of another site changes no password`(on backend: Backend) async throws {
        try await Server.run(on: backend) { server in
            let number = try await settle("Cy Evans", server)
            let mine = try await enter(number, Self.old, server)
            let body = [("old", Self.old), ("password", Self.fresh)]
                .map { "\($0)=\(Address.escaped($1))" }.joined(separator: "&")
            try await mine.post(Self.path, body, headers: [.secFetchSite: "cross-site"])
            #expect(await mine.status == 403)
            #expect(try await enter(number, Self.old, server).address == "/wisbech/")
        }
    }

    /// A member who has chosen a password.
    private func settle(_ name: String, _ server: Server) async throws -> String {
        let town = server.town
        let member = try await town.perform(AddMember(name: name), as: .coordinator)
        let code = try await town.perform(HandOverCode(member: .id(member.id)), as: .coordinator)
        let surfer = Surfer(server)
        try await surfer.open("/wisbech/set-up")
        let fields = [
            ("login", member.number), ("code", code.code.revealed), ("password", Self.old),
        ]
        try await surfer.submit(to: "/wisbech/set-up", fields)
        #expect(await surfer.address == "/wisbech/")
        return member.number
    }

    /// Somebody who has just tried to sign in.
    private func enter(
        _ number: String,
        _ password: String,
        _ server: Server
    ) async throws -> Surfer {
        let surfer = Surfer(server)
        try await surfer.open("/wisbech/sign-in")
        try await surfer.submit(
            to: "/wisbech/sign-in",
            [("login", number), ("password", password)]
        )
        return surfer
    }
}
