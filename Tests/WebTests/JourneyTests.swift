import HTTPTypes
import Ledger
import Support
import Testing
import Timebank

@testable import Web

@Suite struct JourneyTests {
    @Test(arguments: Backend.available)
    func `a member signs in with a number, and out again`(on backend: Backend) async throws {
        try await Server.run(on: backend) { server in
            let member = try await server.town.settle("Krystyna Nowak")
            let surfer = Surfer(server)
            try await surfer.open("/wisbech/sign-in")
            let fields = [("login", member.number), ("password", "five warm loaves")]
            try await surfer.submit(to: "/wisbech/sign-in", fields, follows: false)
            let set = await surfer.headers[values: .setCookie].first { $0.hasPrefix("session=") }
            #expect(set?.contains("HttpOnly") == true)
            #expect(set?.contains("SameSite=Lax") == true)
            #expect(set?.contains("Path=/") == true)
            try await surfer.open("/wisbech/")
            #expect(await surfer.page.contains("Hello, Krystyna"))
            try await surfer.submit(to: "/wisbech/sign-out")
            #expect(await surfer.page.contains("You are signed out."))
            #expect(await surfer.cookie("session") == nil)
        }
    }

    @Test(arguments: Backend.available)
    func `a wrong password is said beside what was typed, but for the password`(
        on backend: Backend
    )
        async throws
    {
        try await Server.run(on: backend) { server in
            let surfer = Surfer(server)
            try await surfer.open("/wisbech/sign-in")
            let fields = [("login", "1002-Q"), ("password", "not this one")]
            try await surfer.submit(to: "/wisbech/sign-in", fields)
            #expect(await surfer.status == 422)
            #expect(await surfer.page.contains("1002-Q"))
            #expect(await !surfer.page.contains("not this one"))
            #expect(await surfer.cookie("session") == nil)
        }
    }

    @Test(arguments: Backend.available)
    func `hours are claimed once however often the form is sent, and confirmed`(
        on backend: Backend
    )
        async throws
    {
        try await Server.run(on: backend) { server in
            let town = server.town
            let ada = Surfer(server, as: .ada)
            try await ada.open("/wisbech/claim")
            let fields = [
                ("opportunity", town.opportunity.id.description), ("date", ""),
                ("minutes-hours", "1"), ("minutes-minutes", "30"), ("note", ""),
            ]
            try await ada.submit(to: "/wisbech/claim", fields)
            #expect(await ada.status == 422)
            let day = Day(iso: "2026-11-20") ?? Day(number: 0)
            let good = fields.map { ($0.0, $0.0 == "date" ? day.iso : $0.1) }
            let page = await ada.page
            try await ada.submit(to: "/wisbech/claim", good)
            #expect(await ada.page.contains("Thank you for your time"), "\(page)")
            let lead = Surfer(server, as: .lead)
            let confirm = "/wisbech/organisations/\(town.school.id)/confirm"
            try await lead.open(confirm)
            let waiting = try await town.ask(
                WaitingHoursQuery(organisation: town.school.id),
                as: .lead
            )
            #expect(waiting.count == 1)
            try await lead.submit(to: confirm, waiting.map { ("hours", "\($0.hours.id)") })
            #expect(await lead.page.contains("Confirmed: 1 claim, 1\u{a0}h\u{a0}30\u{a0}min."))
            #expect(try await town.minutes(of: town.ada) == Minutes(90))
        }
    }

    @Test(arguments: Backend.available)
    func `whoever has to sign in first is led on to where they were going`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let member = try await server.town.settle("Krystyna Nowak")
            let surfer = Surfer(server)
            try await surfer.open("/wisbech/give?from=")
            #expect(await surfer.address == "/wisbech/sign-in?back=%2Fwisbech%2Fgive%3Ffrom%3D")
            let fields = [("login", member.number), ("password", "five warm loaves")]
            try await surfer.submit(to: "/wisbech/sign-in", fields)
            #expect(await surfer.address == "/wisbech/give?from=")
            #expect(await surfer.page.contains("Who is it for?"))
            let other = Surfer(server)
            try await other.open("/wisbech/sign-in?back=//example.org/")
            #expect(await !other.page.contains("example.org"))
            let elsewhere = fields + [("back", "https://example.org/")]
            try await other.submit(to: "/wisbech/sign-in", elsewhere)
            #expect(await other.address == "/wisbech/")
        }
    }

    @Test(arguments: Backend.available)
    func `all that is missing in a form is said at once, in the order of its fields`(
        on backend: Backend
    )
        async throws
    {
        try await Server.run(on: backend) { server in
            let ada = Surfer(server, as: .ada)
            try await ada.open("/wisbech/claim")
            try await ada.submit(to: "/wisbech/claim", [("opportunity", ""), ("date", "")])
            let linked = await ada.page.matches(of: /<li><a href="#(f-\w+)"/).map { String($0.1) }
            #expect(linked == ["f-opportunity", "f-date", "f-minutes"])
            let said = await ada.page.matches(of: /<li><a href="#f-\w+">([^<]+)/).map(\.1)
            #expect(Set(said).count == 3, "\(said)")
            try await ada.open("/wisbech/give")
            try await ada.submit(to: "/wisbech/give/check", [("to", "pot")])
            let gift = await ada.page.matches(of: /<li><a href="#(f-\w+)"/).map { String($0.1) }
            #expect(gift == ["f-minutes"])
        }
    }

    @Test(arguments: Backend.available)
    func `a gift is checked, given, and once only`(on backend: Backend) async throws {
        try await Server.run(on: backend) { server in
            let town = server.town
            try await town.earn(120)
            let ada = Surfer(server, as: .ada)
            try await ada.open("/wisbech/give")
            let fields = [
                ("to", "member"), ("number", town.bo.number), ("minutes-hours", "1"),
                ("minutes-minutes", ""), ("memo", "Thank you"),
            ]
            try await ada.submit(to: "/wisbech/give/check", fields)
            #expect(await ada.page.contains("Is this right?"))
            let hidden = await ada.hidden(in: "/wisbech/give")
            try await ada.submit(to: "/wisbech/give")
            #expect(await ada.page.contains("now has 1"))
            let again = hidden.map { "\($0)=\(Address.escaped($1))" }.joined(separator: "&")
            try await ada.post("/wisbech/give", again)
            #expect(await ada.status == 303)
            #expect(try await town.minutes(of: town.bo) == Minutes(60))
            try await ada.open("/wisbech/give")
            let much = fields.map { ($0.0, $0.0 == "minutes-hours" ? "99" : $0.1) }
            try await ada.submit(to: "/wisbech/give/check", much)
            #expect(await ada.status == 422)
            #expect(await ada.page.contains("#f-minutes"))
        }
    }

    @Test(arguments: Backend.available)
    func `a till looks at a card, accepts and undoes`(on backend: Backend) async throws {
        try await Server.run(on: backend) { server in
            let town = server.town
            try await town.earn(180)
            let till = Surfer(server, as: .till)
            try await till.open("/wisbech/")
            let path = "/wisbech/till/\(town.cinema.id)"
            #expect(await till.address == path)
            let party = [("adults", "1"), ("children", "1")]
            try await till.submit(to: path, party + [("card", "0000-X")])
            #expect(await till.status == 422)
            try await till.submit(to: path, party + [("card", town.ada.number)])
            #expect(await till.page.contains("Ada N."))
            #expect(await till.page.contains("Accept 1\u{a0}h\u{a0}30\u{a0}min"))
            try await till.submit(to: path, party + [("act", "enter")])
            #expect(await till.page.contains("1\u{a0}h\u{a0}30\u{a0}min accepted"))
            #expect(try await town.minutes(of: town.ada) == Minutes(90))
            let undo = try #require(await till.actions.first { $0.hasSuffix("/undo") })
            try await till.submit(to: undo)
            #expect(await till.page.contains("are back on the card"))
            #expect(try await town.minutes(of: town.ada) == Minutes(180))
        }
    }

    @Test(arguments: Backend.available)
    func `a coordinator grants, and reverses a transfer with a reason`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let town = server.town
            try await town.earn(60)
            let office = Surfer(server, as: .coordinator)
            try await office.open("/wisbech/allocations")
            let grant = "/wisbech/organisations/\(town.school.id)/grant"
            try await office.open(grant)
            try await office.submit(to: grant, [("minutes-hours", "10"), ("memo", "")])
            #expect(await office.page.contains("Orchard Lane School may give 10"))
            try await office.open("/wisbech/transfers?q=\(town.ada.number)")
            let link = await office.links.first { $0.hasPrefix("/wisbech/transfers/") }
            let transfer = try #require(link)
            try await office.open(transfer)
            try await office.submit(to: "\(transfer)/reversal", [("reason", "")])
            #expect(await office.status == 422)
            try await office.submit(to: "\(transfer)/reversal", [("reason", "Entered twice")])
            #expect(await office.page.contains("This was reversed."))
            #expect(try await town.minutes(of: town.ada) == .zero)
        }
    }

    @Test(arguments: Backend.available, Town.Role.allCases)
    func `every link that somebody is shown leads somewhere`(
        on backend: Backend,
        role: Town.Role
    ) async throws {
        try await Server.run(on: backend) { server in
            try await server.town.earn(60)
            let surfer = Surfer(server, as: role)
            try await surfer.open("/wisbech/")
            let first = await surfer.status
            guard first == 200 else {
                #expect([403, 404].contains(first))
                return
            }
            var seen: Set<String> = []
            var waiting = await surfer.links
            while let path = waiting.popLast() {
                guard seen.count < 60, seen.insert(path).inserted else { continue }
                try await surfer.open(path)
                let (status, at) = (await surfer.status, await surfer.address)
                #expect(status == 200, "\(path), \(at)")
                waiting += await surfer.links.filter { !$0.contains("/language/") }
            }
        }
    }
}

extension Town {
    /// Lets Ada earn minutes at the school.
    func earn(_ minutes: Int64) async throws {
        try await perform(
            EnterHours(
                opportunity: opportunity.id,
                members: [.id(ada.id)],
                day: bank.clock().day,
                minutes: Minutes(minutes),
                confirm: true
            ),
            as: .lead
        )
    }
}
