import Ledger
import Store
import Support
import Testing
import Timebank

@testable import Web

/// What one person does for another, and what staff and coordinators are spared.
@Suite struct OthersTests {
    @Test(arguments: Backend.available)
    func `a guardian claims and gives for their ward, and both are marked so`(
        on backend: Backend
    )
        async throws
    {
        try await Server.run(on: backend) { server in
            let town = server.town
            try await town.earn(120, town.bo)
            let guardian = Surfer(server, as: .guardian)
            try await guardian.open("/wisbech/")
            #expect(await guardian.address == "/wisbech/wards/\(town.bo.id)")
            #expect(await guardian.page.contains("You are acting for Bo Kalniņš."))
            let claim = "/wisbech/claim?for=\(town.bo.id)"
            #expect(await guardian.links.contains(claim))
            try await guardian.open(claim)
            #expect(await guardian.page.contains("Bo Kalniņš helped"))
            let fields = [
                ("opportunity", "\(town.opportunity.id)"), ("date", "2026-11-19"),
                ("minutes-hours", "1"), ("minutes-minutes", ""), ("note", ""),
            ]
            try await guardian.submit(to: "/wisbech/claim", fields)
            #expect(await guardian.page.contains("Then Bo Kalniņš has them."))
            try await guardian.open("/wisbech/give?from=\(town.bo.wallet.id)")
            let gift = [
                ("to", "member"), ("number", town.ada.number), ("minutes-hours", ""),
                ("minutes-minutes", "30"), ("memo", ""),
            ]
            try await guardian.submit(to: "/wisbech/give/check", gift)
            try await guardian.submit(to: "/wisbech/give")
            #expect(await guardian.page.contains("Ada Nowak now has"))
            #expect(try await town.minutes(of: town.bo) == Minutes(90))
            let marked = try await town.database.read { tx in
                try tx.all(
                    """
                    SELECT operation FROM journal WHERE behalf = $1 AND actor <> behalf ORDER BY id
                    """,
                    town.bo.id
                ) { $0.text(0) }
            }
            #expect(marked == [ClaimHours.name, Give.name])
        }
    }

    @Test(arguments: Backend.available)
    func `nobody claims or gives for somebody who is not their ward`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let town = server.town
            try await town.earn(120, town.bo)
            for role in [Town.Role.ada, .stranger, .till] {
                let surfer = Surfer(server, as: role)
                try await surfer.open("/wisbech/claim?for=\(town.bo.id)")
                #expect([403, 404].contains(await surfer.status), "\(role)")
                try await surfer.open("/wisbech/give?from=\(town.bo.wallet.id)")
                #expect([403, 404].contains(await surfer.status), "\(role)")
            }
            let ada = Surfer(server, as: .ada)
            try await ada.open("/wisbech/claim")
            let fields = [
                ("opportunity", "\(town.opportunity.id)"), ("date", "2026-11-19"),
                ("minutes-hours", "1"), ("member", "\(town.bo.id)"),
            ]
            try await ada.submit(to: "/wisbech/claim", fields)
            #expect(await ada.status == 404)
        }
    }

    @Test(arguments: Backend.available)
    func `staff tick who came before, and type the number of somebody new`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let town = server.town
            let enter = "/wisbech/organisations/\(town.school.id)/enter"
            let lead = Surfer(server, as: .lead)
            try await lead.open(enter)
            #expect(await !lead.page.contains("Who came?"))
            try await town.earn(60, town.ada)
            try await lead.open(enter)
            #expect(await lead.page.contains("Who came?"))
            #expect(await lead.page.contains("Ada Nowak"))
            #expect(await !lead.page.contains("Bo Kalniņš"))
            let fields = [
                ("opportunity", "\(town.opportunity.id)"), ("date", "2026-11-20"),
                ("minutes-hours", "2"), ("minutes-minutes", ""),
            ]
            try await lead.submit(to: enter, fields)
            #expect(await lead.status == 422)
            #expect(await lead.page.contains("href=\"#f-members\""))
            let who = [("members", "\(town.ada.id)"), ("numbers", town.bo.number)]
            try await lead.submit(to: enter, fields + who)
            #expect(await lead.page.contains("2 people received"))
            #expect(try await town.minutes(of: town.ada) == Minutes(180))
            #expect(try await town.minutes(of: town.bo) == Minutes(120))
        }
    }

    @Test(arguments: Backend.available)
    func `the help page says whom to ask, once the coordinator has written it`(
        on backend: Backend
    )
        async throws
    {
        try await Server.run(on: backend) { server in
            let visitor = Surfer(server)
            try await visitor.open("/wisbech/help")
            #expect(await visitor.page.contains("Ask the person who gave you your card."))
            let office = Surfer(server, as: .coordinator)
            try await office.open("/wisbech/contact")
            let words = "Joan, on Tuesdays\nat the <library>"
            try await office.submit(to: "/wisbech/contact", [("contact", words)])
            #expect(await office.page.contains("The help page shows it now."))
            try await office.open("/wisbech/contact")
            #expect(await office.page.contains("at the &lt;library&gt;</textarea>"))
            try await visitor.open("/wisbech/help")
            #expect(await visitor.page.contains("Joan, on Tuesdays\nat the &lt;library&gt;"))
            let ada = Surfer(server, as: .ada)
            try await ada.open("/wisbech/contact")
            #expect(await ada.status == 403)
        }
    }

    @Test(arguments: Backend.available)
    func `hours that were refused stand under their own heading, with the reason`(
        on backend: Backend
    )
        async throws
    {
        try await Server.run(on: backend) { server in
            let town = server.town
            let claim = try await town.claim(90, town.ada)
            let ada = Surfer(server, as: .ada)
            try await ada.open("/wisbech/")
            #expect(await ada.page.contains("Waiting to be confirmed"))
            #expect(await !ada.page.contains("Not confirmed"))
            let lead = Surfer(server, as: .lead)
            try await lead.open("/wisbech/hours/\(claim.id)")
            let action = "/wisbech/hours/\(claim.id)/refuse"
            try await lead.submit(to: action, [("reason", "The school was shut")])
            #expect(await lead.page.contains("Ada Nowak can read the reason"))
            try await ada.open("/wisbech/")
            #expect(await !ada.page.contains("Waiting to be confirmed"))
            #expect(await ada.page.contains("Not confirmed"))
            #expect(await ada.page.contains("“The school was shut”"))
        }
    }

    @Test(arguments: Backend.available)
    func `an operator who is nothing else begins where there is something to see`(
        on backend: Backend
    )
        async throws
    {
        try await Server.run(on: backend) { server in
            let surfer = Surfer(server, as: .operator)
            try await surfer.open("/wisbech/")
            #expect(await surfer.status == 200)
            #expect(await surfer.address == "/wisbech/organisations")
        }
    }
}
