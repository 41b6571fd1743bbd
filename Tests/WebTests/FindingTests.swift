import HTTPTypes
import Ledger
import Support
import Testing
import Timebank

@testable import Web

/// Naming a member in a form: by number, or by name for those who may see names.
@Suite struct FindingTests {
    @Test(arguments: Backend.available)
    func `a name that two people have is asked about, and nothing that was typed is lost`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let town = server.town
            let other = try await town.perform(AddMember(name: "Ada Nowak"), as: .coordinator)
            let add = "/wisbech/organisations/\(town.school.id)/staff/add"
            let lead = Surfer(server, as: .lead)
            try await lead.open(add)
            let fields = [("member", "ada NOWAK"), ("role", "till")]
            try await lead.submit(to: add, fields)
            #expect(await lead.status == 422)
            let page = await lead.page
            #expect(page.contains("value=\"ada NOWAK\""))
            #expect(page.contains("href=\"#f-member-of\""))
            #expect(page.contains(other.number) && page.contains(town.ada.number))
            #expect(page.contains("value=\"till\" checked"))
            // The choice holds for the text for which it was offered, and for no other.
            let chosen = "\(town.ada.number)|ada NOWAK"
            try await lead.submit(
                to: add,
                [("member", "nobody"), ("role", "till"), ("member-of", chosen)]
            )
            #expect(await lead.page.contains("href=\"#f-member\""))
            try await lead.submit(to: add, fields + [("member-of", chosen)])
            #expect(await lead.page.contains("Ada Nowak has a role here now."))
            let asked = StaffQuery(organisation: town.school.id)
            let staff = try await town.ask(asked, as: .coordinator).map(\.number)
            #expect(staff.contains(town.ada.number) && !staff.contains(other.number))
        }
    }

    @Test(arguments: Backend.available)
    func `the beginning of a number is never taken without asking`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let bo = server.town.bo
            let relatives = "/wisbech/people/\(server.town.ada.id)/relatives"
            let office = Surfer(server, as: .coordinator)
            try await office.open(relatives)
            let typed = String(bo.number.prefix { $0 != "-" })
            try await office.submit(to: relatives, [("other", typed)])
            #expect(await office.status == 422)
            #expect(await office.page.contains("value=\"\(bo.number)|\(typed)\""))
            for (text, said) in [
                ("Zenon", "We found nobody with this name"),
                ("9999-Z", "One character of this number is not right"),
                ("", "this is still empty"), ("<i>|'; --", "We found nobody with this name"),
            ] {
                try await office.submit(to: relatives, [("other", text)])
                #expect(await office.status == 422, "\(text)")
                #expect(await office.page.contains(said), "\(text)")
            }
            try await office.submit(to: relatives, [("other", " bo kal ")])
            #expect(await office.page.contains("\(bo.name) is noted as a relative."))
        }
    }

    @Test(arguments: Backend.available)
    func `whoever may not see names gives by number alone`(on backend: Backend) async throws {
        try await Server.run(on: backend) { server in
            let town = server.town
            try await town.earn(60, town.ada)
            let fields = [
                ("to", "member"), ("minutes-hours", ""), ("minutes-minutes", "5"), ("memo", ""),
            ]
            let ada = Surfer(server, as: .ada)
            try await ada.open("/wisbech/give")
            #expect(await ada.page.contains("Membership number"))
            try await ada.submit(to: "/wisbech/give/check", fields + [("number", "Bo Kalnins")])
            #expect(await ada.status == 422)
            #expect(await !ada.page.contains(town.bo.number))
            try await town.appoint(.ada, .worker, at: town.school)
            try await ada.open("/wisbech/give")
            #expect(await ada.page.contains("Name or membership number"))
            try await ada.submit(to: "/wisbech/give/check", fields + [("number", "Bo Kalnins")])
            #expect(await ada.status == 200)
            #expect(await ada.page.contains(town.bo.name))
            try await ada.submit(to: "/wisbech/give")
            #expect(try await town.minutes(of: town.bo) == Minutes(5))
        }
    }

    @Test(arguments: Backend.available)
    func `hours are entered by names, one of which two people have`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let town = server.town
            let other = try await town.perform(AddMember(name: "Ada Nowak"), as: .coordinator)
            let last = try await town.perform(AddMember(name: "Bo Lis"), as: .coordinator)
            let enter = "/wisbech/organisations/\(town.school.id)/enter"
            let worker = Surfer(server, as: .worker)
            try await worker.open(enter)
            let fields = [
                ("opportunity", "\(town.opportunity.id)"), ("date", "2026-11-20"),
                ("minutes-hours", "1"), ("minutes-minutes", ""), ("numbers", "Bo\r\nada\nLis"),
            ]
            try await worker.submit(to: enter, fields)
            #expect(await worker.status == 422)
            try await worker.submit(to: enter, fields + [("numbers-of", "\(town.bo.number)|Bo")])
            #expect(await worker.status == 422)
            #expect(await worker.page.contains(other.number))
            // What was chosen before is sent along.
            let hidden = await worker.hidden(in: enter).map(\.1)
            #expect(hidden.contains("\(town.bo.number)|Bo"))
            try await worker.submit(to: enter, fields + [("numbers-of", "\(other.number)|ada")])
            #expect(await worker.page.contains("3 people received"))
            #expect(try await town.minutes(of: other) == Minutes(60))
            #expect(try await town.minutes(of: last) == Minutes(60))
            #expect(try await town.minutes(of: town.ada) == .zero)
        }
    }

    @Test(arguments: Backend.available)
    func `a number in the header leads to its member, a name to a list`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let bo = server.town.bo
            let office = Surfer(server, as: .coordinator)
            try await office.open("/wisbech/people?q=\(bo.number.lowercased())")
            #expect(await office.address == "/wisbech/people/\(bo.id)")
            try await office.open("/wisbech/people?q=kal")
            #expect(await office.address == "/wisbech/people?q=kal")
            #expect(await office.links.contains("/wisbech/people/\(bo.id)"))
            for show in ["recent", "never-earned", "never-spent", "left", "nonsense"] {
                try await office.open("/wisbech/people?show=\(show)")
                #expect(await office.status == 200)
            }
            let worker = Surfer(server, as: .worker)
            try await worker.open("/wisbech/people?show=left")
            #expect(await worker.status == 200)
            #expect(await !worker.page.contains("show="))
        }
    }

    @Test(arguments: Backend.available)
    func `transfers are chosen by person, account, kind and day`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let town = server.town
            try await town.earn(60, town.ada)
            let gift = try await town.give(5, from: town.ada, to: town.bo, as: .ada)
            let path = "/wisbech/transfers/\(gift.id)"
            let office = Surfer(server, as: .coordinator)
            for (asked, isThere) in [
                ("", true), ("?q=kalnins", true), ("?kind=gift", true), ("?kind=earn", false),
                ("?at=\(town.bo.wallet.id)", true), ("?at=\(town.school.allocation.id)", false),
                ("?from=2026-11-20&to=2026-11-20", true), ("?to=2026-11-19", false),
                ("?q=ada&kind=gift&from=2026-11-01", true), ("?from=nonsense&kind=x&at=y", true),
            ] {
                try await office.open("/wisbech/transfers\(asked)")
                #expect(await office.status == 200, "\(asked)")
                #expect(await office.links.contains(path) == isThere, "\(asked)")
            }
            try await office.open("/wisbech/transfers")
            #expect(await office.page.contains("Gift · today, 12:00 · by Ada Nowak"))
            // Somebody else's account is not there.
            try await office.open("/wisbech/transfers?at=0000000000001")
            #expect(await office.status == 404)
        }
    }
}
