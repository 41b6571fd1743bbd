import HTTPTypes
import Ledger
import Support
import Testing
import Timebank

@testable import Web

/// What there is to do and to enjoy, as pages of their own, for members, staff and visitors.
@Suite struct ServicesTests {
    private static func paths(_ town: Town) -> [String] {
        [
            "/wisbech/opportunities", "/wisbech/offers",
            "/wisbech/opportunities/\(town.opportunity.id)", "/wisbech/offers/\(town.offer.id)",
        ]
    }

    @Test(arguments: Backend.available)
    func `a visitor reads what there is only where the network shows it, and nobody's name`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let town = server.town
            let visitor = Surfer(server)
            for path in Self.paths(town) {
                try await visitor.open(path)
                #expect(await visitor.address.hasPrefix("/wisbech/sign-in?back="), "\(path)")
                #expect(await visitor.page.contains(Self.noindex))
            }
            try await town.perform(SetVisibility(isPublic: true), as: .coordinator)
            try await town.earn(60, town.ada)
            for path in Self.paths(town) + ["/wisbech/"] {
                try await visitor.open(path)
                let (page, links) = (await visitor.page, await visitor.links)
                #expect(await visitor.status == 200)
                #expect(await visitor.address == path)
                for way in ["opportunities", "offers", "sign-in"] {
                    #expect(links.contains("/wisbech/\(way)"), "\(way) on \(path)")
                }
                #expect(page.contains("<meta name=\"description\" content=\""), "\(path)")
                #expect(!page.contains(Self.noindex), "\(path)")
                for name in ["Ada", "Bo ", "coordinator@", town.ada.number] {
                    #expect(!page.contains(name), "\(name) on \(path)")
                }
                #expect(!page.contains("<form"), "\(path)")
            }
            try await visitor.open("/wisbech/sign-in")
            #expect(await visitor.page.contains(Self.noindex))
            #expect(await visitor.cookie("role") == nil)
        }
    }

    private static let noindex = "<meta name=\"robots\" content=\"noindex\">"

    @Test func `search engines are told the public address, and which pages there are`()
        async throws
    {
        let settings = Settings(url: "https://hours.example.org", limitsRates: false)
        try await Server.run(settings: settings) { server in
            let town = server.town
            func get(_ path: String) async throws -> Answered {
                try await server.send(.get, path)
            }
            #expect(try await get("/robots.txt").text == "User-agent: *\nDisallow: /api/\n")
            #expect(try await get("/wisbech/sitemap.txt").status == 303)
            try await town.perform(SetVisibility(isPublic: true), as: .coordinator)
            let robots = try await get("/robots.txt").text
            #expect(robots.contains("Sitemap: https://hours.example.org/wisbech/sitemap.txt\n"))
            let listed = try await get("/wisbech/sitemap.txt").text
                .split(separator: "\n").map(String.init)
            let pages = (["/wisbech/"] + Self.paths(town)).map { "https://hours.example.org" + $0 }
            #expect(listed.sorted() == pages.sorted())
            for page in listed {
                let path = String(page.dropFirst("https://hours.example.org".count))
                let text = try await get(path).text
                #expect(text.contains("<link rel=\"canonical\" href=\"\(page)\">"), "\(page)")
            }
            let filtered = try await get("/wisbech/offers?families=yes").text
            #expect(filtered.contains("href=\"https://hours.example.org/wisbech/offers\">"))
            try await town.perform(OpenListed(town.offer.id, isOpen: false), as: .coordinator)
            let gone = try await get("/wisbech/offers/\(town.offer.id)")
            #expect(gone.status == 200 && gone.text.contains(Self.noindex))
        }
    }

    @Test(arguments: Backend.available)
    func `a member reads what it takes, what they have, and where to say that they helped`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let town = server.town
            let ada = Surfer(server, as: .ada)
            let offer = "/wisbech/offers/\(town.offer.id)"
            try await ada.open(offer)
            #expect(await ada.page.contains("Show your card at the till"))
            #expect(await ada.page.contains("more it is enough"))
            try await town.earn(95, town.ada)
            try await ada.open(offer)
            #expect(await ada.page.contains("enough for you and 1 child"))
            try await ada.open("/wisbech/opportunities/\(town.opportunity.id)")
            let claim = "/wisbech/claim?at=\(town.opportunity.id)"
            #expect(await ada.links.contains(claim))
            #expect(await ada.actions.contains { $0.hasSuffix("/list") } == false)
            try await ada.open("/wisbech/")
            #expect(await ada.links.contains(offer))
            for path in ["/edit", "/list"] {
                try await ada.post(offer + path, "open=no", headers: [.secFetchSite: "same-origin"])
                #expect([403, 404].contains(await ada.status), "\(path)")
            }
            try await ada.open(offer + "/edit")
            #expect(await ada.status == 403)
        }
    }

    @Test(arguments: Backend.available)
    func `who looks after it changes it, takes it off the list and puts it back`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let town = server.town
            let office = Surfer(server, as: .coordinator)
            let path = "/wisbech/offers/\(town.offer.id)"
            for isOpen in [false, true] {
                try await office.open(path)
                try await office.submit(to: path + "/list")
                #expect(await office.address == path)
                let isOff = await office.page.contains("not on the list just now")
                #expect(isOff != isOpen)
            }
            try await office.open(path + "/edit")
            try await office.submit(
                to: path + "/edit",
                [
                    ("title", "<b>Film</b>"), ("details", "Any"), ("adult-hours", "1"),
                    ("adult-minutes", ""), ("child-hours", ""), ("child-minutes", "30"),
                ]
            )
            #expect(await office.address == path)
            #expect(await office.page.contains("&lt;b&gt;Film"))
            try await office.open(path + "/edit")
            try await office.submit(
                to: path + "/edit",
                [("title", "Film"), ("details", ""), ("adult-hours", "2"), ("child-hours", "1")]
            )
            let address = await office.address
            #expect(address != path && address.hasPrefix("/wisbech/offers/"))
            #expect(await office.page.contains("has its new price"))
            try await office.open(path + "/edit")
            try await office.submit(
                to: path + "/edit",
                [("title", ""), ("details", "kept"), ("adult-hours", "900000")]
            )
            #expect(await office.status == 422)
            #expect(await office.page.contains("kept"))
            let lead = Surfer(server, as: .lead)
            let work = "/wisbech/opportunities/\(town.opportunity.id)"
            try await lead.open(work + "/edit")
            try await lead.submit(
                to: work + "/edit",
                [("title", "Reading"), ("place", "Hall"), ("minutes-hours", "2"), ("details", "")]
            )
            #expect(await lead.address == work)
            #expect(await lead.page.contains("Hall"))
            try await lead.open(path + "/edit")
            #expect(await lead.status == 403)
        }
    }

    @Test func `filters show fewer, say how many, and are taken away again`() async throws {
        try await Server.run { server in
            let town = server.town
            let hall = try await town.perform(
                AddOrganisation(title: "Hall", slug: "hall", earns: true, spends: .community),
                as: .coordinator
            )
            let soup = try await town.perform(
                AddOffer(organisation: hall.id, title: "Soup", adult: Minutes(30)),
                as: .coordinator
            )
            try await town.earn(30, town.ada)
            let ada = Surfer(server, as: .ada)
            try await ada.open("/wisbech/offers")
            let page = await ada.page
            let (now, more) = (
                page.firstRange(of: "Enough for you, in the community"),
                page.firstRange(of: "A little more")
            )
            #expect(try #require(now).lowerBound < (try #require(more)).lowerBound)
            for (query, isSoup) in [
                ("kind=community", true), ("kind=corporate", false), ("enough=yes", true),
                ("families=yes", false), ("at=\(hall.id)", true),
            ] {
                let path = "/wisbech/offers?\(query)"
                #expect(page.contains("href=\"\(path)\""), "\(query)")
                try await ada.open(path)
                let links = await ada.links
                #expect(links.contains("/wisbech/offers/\(soup.id)") == isSoup, "\(query)")
                #expect(links.contains("/wisbech/offers/\(town.offer.id)") != isSoup, "\(query)")
                #expect(await ada.page.contains("class=\"chosen\" href=\"/wisbech/offers\""))
            }
            try await ada.open("/wisbech/offers?kind=community&families=yes&at=nonsense")
            #expect(await ada.page.contains("Take a filter away to see more"))
            try await ada.open("/wisbech/opportunities?at=\(hall.id)")
            #expect(await ada.status == 200)
        }
    }

    @Test(arguments: Backend.available)
    func `a partner's staff read its months, print a statement and take it as a file`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let town = server.town
            try await town.earn(300, town.ada)
            try await town.redeem(2, town.ada)
            let receipt = try await town.redeem(1, town.ada)
            try await town.perform(UndoRedemption(redemption: receipt.redemption.id), as: .till)
            let months = "/wisbech/organisations/\(town.cinema.id)/months"
            let office = Surfer(server, as: .coordinator)
            try await office.open(months)
            #expect(await office.page.contains("<p class=\"big\">2\u{A0}h</p>"))
            #expect(await office.page.matches(of: /class="bar-svg"/).count == 13)
            let statement = months + "/2026-11"
            #expect(await office.links.contains(statement))
            try await office.open(statement)
            #expect(await office.page.contains("Undone"))
            try await office.open(statement + "/csv")
            #expect(await office.headers[.contentType] == "text/csv; charset=utf-8")
            let lines = await office.page.split(separator: "\r\n").map(String.init)
            #expect(
                lines == [
                    "what,date,visits,accepted,undone,retired,recycled,other,balance",
                    "opening,2026-11-01,,,,,,,0", "day,2026-11-20,2,180,60,0,0,0,120",
                    "closing,,2,180,60,0,0,0,120",
                ]
            )
            for wrong in ["/2026-12", "/2026-13", "/nonsense", "/2026-12/csv"] {
                try await office.open(months + wrong)
                #expect(await office.status == 404, "\(wrong)")
            }
            let given = "/wisbech/organisations/\(town.school.id)/months"
            let worker = Surfer(server, as: .worker)
            try await worker.open(given)
            #expect(await worker.status == 200)
            #expect(await worker.links.contains(given))
            #expect(await worker.page.contains("Reading with Year 2"))
            for role in [Town.Role.ada, .till, .funder, .guardian, .stranger, .lead] {
                let other = Surfer(server, as: role)
                for path in [months, statement, statement + "/csv"] {
                    try await other.open(path)
                    #expect([403, 404].contains(await other.status), "\(role) \(path)")
                }
            }
        }
    }

    @Test(arguments: Backend.available)
    func `a coordinator decides who sees what there is`(on backend: Backend) async throws {
        try await Server.run(on: backend) { server in
            let office = Surfer(server, as: .coordinator)
            for (isPublic, said) in [("yes", "Everybody can read now"), ("no", "Only people of")] {
                try await office.open("/wisbech/visibility")
                try await office.submit(to: "/wisbech/visibility", [("public", isPublic)])
                #expect(await office.page.contains(said))
            }
            try await office.submit(to: "/wisbech/visibility", [("public", "perhaps")])
            #expect(await office.status == 422)
            let ada = Surfer(server, as: .ada)
            try await ada.open("/wisbech/visibility")
            #expect(await ada.status == 403)
        }
    }
}
