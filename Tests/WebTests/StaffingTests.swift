import Ledger
import Support
import Testing
import Timebank

@testable import Web

@Suite struct StaffingTests {
    /// Where the staff of the school are.
    private func path(_ server: Server) -> String {
        "/wisbech/organisations/\(server.town.school.id)/staff"
    }

    private func staff(_ server: Server) async throws -> [StaffMember] {
        let asked = StaffQuery(organisation: server.town.school.id)
        return try await server.town.ask(asked, as: .coordinator)
    }

    @Test(arguments: Backend.available, [Town.Role.lead, .coordinator])
    func `a role is given by a number and taken away again`(
        on backend: Backend,
        role: Town.Role
    ) async throws {
        try await Server.run(on: backend) { server in
            let (path, bo) = (path(server), server.town.bo)
            let surfer = Surfer(server, as: role)
            try await surfer.open("/wisbech/organisations/\(server.town.school.id)")
            #expect(await surfer.links.contains(path))
            let isBack = await surfer.links.contains("/wisbech/organisations")
            #expect(isBack == (role == .coordinator))
            try await surfer.open(path)
            #expect(await surfer.links.contains("\(path)/add"))
            try await surfer.open("\(path)/add")
            let fields = [("member", bo.number), ("role", "worker")]
            try await surfer.submit(to: "\(path)/add", fields)
            #expect(await surfer.address == path)
            #expect(await surfer.page.contains("\(bo.name) has a role here now."))
            let made = try #require(try await staff(server).first { $0.number == bo.number })
            #expect(made.role == .worker)
            let post = "\(path)/\(made.person)"
            #expect(await surfer.links.contains(post))
            try await surfer.open(post)
            try await surfer.submit(to: post)
            #expect(await surfer.page.contains("\(bo.name) has no role here any more."))
            #expect(try await !staff(server).contains { $0.number == bo.number })
        }
    }

    @Test(arguments: Backend.available)
    func `what is missing or unknown is said beside its field, and nobody is appointed`(
        on backend: Backend
    )
        async throws
    {
        try await Server.run(on: backend) { server in
            let add = "\(path(server))/add"
            let before = try await staff(server)
            let lead = Surfer(server, as: .lead)
            try await lead.open(add)
            try await lead.submit(to: add, [("member", "")])
            #expect(await lead.status == 422)
            let linked = await lead.page.matches(of: /<li><a href="#(f-\w+)"/).map { String($0.1) }
            #expect(linked == ["f-member", "f-role"])
            try await lead.submit(to: add, [("member", "9999-Z"), ("role", "till")])
            #expect(await lead.status == 422)
            #expect(await lead.page.contains("#f-member"))
            #expect(try await staff(server) == before)
        }
    }

    @Test(arguments: Backend.available)
    func `a lead neither makes a lead nor takes one's role away`(on backend: Backend) async throws {
        try await Server.run(on: backend) { server in
            let (path, bo) = (path(server), server.town.bo)
            let lead = Surfer(server, as: .lead)
            try await lead.open("\(path)/add")
            #expect(await !lead.page.contains("value=\"lead\""))
            try await lead.submit(to: "\(path)/add", [("member", bo.number), ("role", "lead")])
            #expect(await lead.status == 422)
            #expect(await lead.page.contains("href=\"#f-role\""))
            try await server.town.perform(
                AppointStaff(
                    organisation: server.town.school.id,
                    member: .id(bo.id),
                    role: .lead
                ),
                as: .coordinator
            )
            let other = try #require(try await staff(server).first { $0.number == bo.number })
            try await lead.open("\(path)/\(other.person)")
            #expect(await lead.status == 200)
            #expect(await lead.hidden(in: "\(path)/\(other.person)").isEmpty)
        }
    }

    @Test(arguments: Backend.available)
    func `a worker sees who works there, and lays down their own role alone`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let path = path(server)
            let worker = Surfer(server, as: .worker)
            try await worker.open(path)
            #expect(await worker.status == 200)
            #expect(await !worker.links.contains("\(path)/add"))
            try await worker.open("\(path)/add")
            #expect(await worker.status == 403)
            var own: [String] = []
            for post in try await staff(server).map({ "\(path)/\($0.person)" }) {
                try await worker.open(post)
                if await !worker.hidden(in: post).isEmpty { own.append(post) }
            }
            let mine = try #require(own.first)
            #expect(own.count == 1)
            try await worker.open(mine)
            try await worker.submit(to: mine)
            #expect(await worker.address != path)
            try await worker.open(path)
            #expect([403, 404].contains(await worker.status))
        }
    }

    @Test(arguments: Backend.available)
    func `whoever does not belong there sees nobody`(on backend: Backend) async throws {
        try await Server.run(on: backend) { server in
            for role in [Town.Role.ada, .funder, .stranger] {
                let surfer = Surfer(server, as: role)
                for page in ["", "/add"] {
                    try await surfer.open(path(server) + page)
                    #expect([403, 404].contains(await surfer.status))
                }
            }
        }
    }
}
