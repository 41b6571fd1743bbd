internal import Ledger
internal import Support
internal import Testing
internal import Timebank

@testable import Web

@Suite struct PresentingTests {
    @Test(arguments: Backend.available)
    func `a till asks who is here where a member has a guardian, and says for whom`(
        on backend: Backend
    )
        async throws
    {
        try await Server.run(on: backend) { server in
            let town = server.town
            try await town.earn(180, town.bo)
            let guardian = try await town.person(.guardian)
            let till = Surfer(server, as: .till)
            let path = "/wisbech/till/\(town.cinema.id)"
            try await till.open(path)
            let party = [("adults", "1"), ("children", "0")]
            try await till.submit(to: path, party + [("card", town.bo.number)])
            #expect(await till.page.contains("Who is here?"))
            let first = await till.page.matches(of: /name="guardian" value="([^"]*)"( checked)?/)
            #expect(first.map { String($0.1) } == ["", "\(guardian)"])
            #expect(first.map { $0.2 != nil } == [true, false])
            let fields = party + [("act", "accept")]
            let stranger = try await town.person(.stranger)
            try await till.submit(to: path, fields + [("guardian", "\(stranger)")])
            #expect(await till.status == 422)
            #expect(await till.page.contains("f-guardian-wrong"))
            #expect(try await town.minutes(of: town.bo) == Minutes(180))
            try await till.submit(to: path, fields + [("guardian", "\(guardian)")])
            #expect(await till.page.contains("Spent for Bo K., by guardian"))
            #expect(try await town.journal("redemption.accept")?.behalf == town.bo.id)
            let undo = try #require(await till.actions.first { $0.hasSuffix("/undo") })
            try await till.submit(to: undo)
            #expect(await till.page.contains("are back on the card"))
            #expect(try await town.minutes(of: town.bo) == Minutes(180))
        }
    }

    @Test(arguments: Backend.available)
    func `a till does not ask who is here where a member has no guardian`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let town = server.town
            try await town.earn(180)
            let till = Surfer(server, as: .till)
            let path = "/wisbech/till/\(town.cinema.id)"
            try await till.open(path)
            let party = [("adults", "1"), ("children", "0")]
            try await till.submit(to: path, party + [("card", town.ada.number)])
            let page = await till.page
            #expect(page.contains("Ada N.") && !page.contains("3\u{a0}h"))
            #expect(await !till.page.contains("guardian"))
            try await till.submit(to: path, party + [("act", "accept")])
            #expect(await till.page.contains("accepted"))
            #expect(await !till.page.contains("Spent for"))
        }
    }

    @Test(arguments: Backend.available)
    func `a regular who is ticked and whose number is typed counts once`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let town = server.town
            try await town.earn(60)
            let lead = Surfer(server, as: .lead)
            let path = "/wisbech/organisations/\(town.school.id)/enter"
            try await lead.open(path)
            let numbers = "\(town.ada.number.lowercased())\n\(town.bo.number)"
            let date = await lead.page.firstMatch(of: /name="date"[^>]*value="([^"]+)"/)?.1
            let fields = [
                ("opportunity", "\(town.opportunity.id)"), ("date", String(try #require(date))),
                ("minutes-hours", "1"), ("minutes-minutes", "0"),
                ("members", "\(town.ada.id)"), ("numbers", numbers),
            ]
            try await lead.submit(to: path, fields)
            #expect(await lead.page.contains("2 people received"))
            #expect(try await town.minutes(of: town.ada) == Minutes(120))
            #expect(try await town.minutes(of: town.bo) == Minutes(60))
        }
    }
}
