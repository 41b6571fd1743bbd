import HTTPTypes
import Ledger
import Support
import Testing
import Timebank

@testable import Web

/// The page of a till: one form in which a number and Enter finds, and Enter alone accepts.
@Suite struct TillPageTests {
    /// One adult, as the form sends it.
    private static let one = [("adults", "1"), ("children", "0")]

    /// A till at the cinema, with what happens there.
    private func atTill(
        on backend: Backend,
        _ body: @escaping @Sendable (Surfer, Town, String, Server) async throws -> Void
    ) async throws {
        try await Server.run(on: backend) { server in
            let town = server.town
            try await town.earn(600, town.ada)
            try await town.earn(300, town.bo)
            let till = Surfer(server, as: .till)
            let path = "/wisbech/till/\(town.cinema.id)"
            try await till.open(path)
            try await body(till, town, path, server)
        }
    }

    @Test(arguments: Backend.available)
    func `a scanner that fires twice finds twice and takes nothing`(
        on backend: Backend
    ) async throws {
        try await atTill(on: backend) { till, town, path, _ in
            for _ in 0..<2 {
                let typed = [("card", town.ada.number), ("act", "enter")]
                try await till.submit(to: path, Self.one + typed)
                #expect(await till.page.contains("Ada N."))
                #expect(await till.page.contains("name=\"card\" type=\"text\" value=\"\""))
                #expect(await till.page.contains("Accept 1\u{a0}h"))
            }
            // Both readings in one go, as when the page is slow.
            let twice = town.ada.number + town.ada.number
            try await till.submit(to: path, Self.one + [("card", twice), ("act", "enter")])
            #expect(await till.page.contains("Ada N."))
            // Another card while one is shown, whichever button is pressed.
            for act in ["enter", "accept", "sure", "find"] {
                let typed = [("card", town.bo.number), ("act", act)]
                try await till.submit(to: path, Self.one + typed)
                #expect(await till.page.contains("Bo K."))
                let back = [("card", town.ada.number), ("act", act)]
                try await till.submit(to: path, Self.one + back)
            }
            #expect(try await town.minutes(of: town.ada) == Minutes(600))
            #expect(try await town.minutes(of: town.bo) == Minutes(300))
            try await till.submit(to: path, Self.one + [("card", ""), ("act", "enter")])
            #expect(await till.page.contains("1\u{a0}h accepted"))
            #expect(try await town.minutes(of: town.ada) == Minutes(540))
            // Enter once more has nobody to accept.
            try await till.submit(to: path, Self.one + [("card", ""), ("act", "enter")])
            #expect(await till.status == 422)
            #expect(try await town.minutes(of: town.ada) == Minutes(540))
        }
    }

    @Test(arguments: Backend.available)
    func `only what the button said is accepted`(on backend: Backend) async throws {
        try await atTill(on: backend) { till, town, path, _ in
            try await till.submit(to: path, Self.one + [("card", town.ada.number)])
            let two = [("adults", "2"), ("children", "1")]
            try await till.submit(to: path, two + [("act", "accept")])
            #expect(await till.page.contains("Accept 2\u{a0}h\u{a0}30\u{a0}min"))
            #expect(try await town.minutes(of: town.ada) == Minutes(600))
            try await till.submit(to: path, two + [("act", "accept")])
            #expect(try await town.minutes(of: town.ada) == Minutes(450))
            #expect(await till.page.contains(/name="adults"[^>]* value="1"/))
        }
    }

    @Test(arguments: Backend.available)
    func `what is not enough is said by the button, and who could come is one press`(
        on backend: Backend
    ) async throws {
        try await atTill(on: backend) { till, town, path, _ in
            let many = [("adults", "6"), ("children", "1")]
            try await till.submit(to: path, many + [("card", town.bo.number), ("act", "enter")])
            let page = await till.page
            #expect(page.contains("aria-disabled=\"true\""))
            #expect(page.contains("That needs 6\u{a0}h\u{a0}30\u{a0}min: more than there is"))
            #expect(page.contains("name=\"fit\" value=\"5 0\""))
            #expect(!page.contains("Accept 6"))
            // Pressed all the same it is refused, and nothing is learnt that was not said.
            try await till.submit(to: path, many + [("act", "enter")])
            #expect(await till.status == 422)
            #expect(try await town.minutes(of: town.bo) == Minutes(300))
            try await till.submit(to: path, many + [("fit", "5 0")])
            #expect(await till.page.contains("Accept 5\u{a0}h"))
            try await till.submit(to: path, [("adults", "5"), ("children", "0"), ("act", "enter")])
            #expect(try await town.minutes(of: town.bo) == .zero)
        }
    }

    @Test(arguments: Backend.available)
    func `a number of people far beyond the usual is asked about once`(
        on backend: Backend
    ) async throws {
        try await atTill(on: backend) { till, town, path, _ in
            for _ in 0..<2 { try await town.earn(600, town.ada) }
            let many = [("adults", "12"), ("children", "3")]
            try await till.submit(to: path, many + [("card", town.ada.number)])
            for act in ["enter", "accept", "enter"] {
                try await till.submit(to: path, many + [("act", act)])
                let asked = "12 adults, 3 children: 13\u{a0}h\u{a0}30\u{a0}min in all"
                #expect(await till.page.contains(asked))
            }
            #expect(try await town.minutes(of: town.ada) == Minutes(1_800))
            try await till.submit(to: path, many + [("act", "sure")])
            #expect(try await town.minutes(of: town.ada) == Minutes(990))
        }
    }

    @Test(arguments: Backend.available)
    func `the choice is this device's last one, or nothing`(on backend: Backend) async throws {
        try await atTill(on: backend) { till, town, path, server in
            let dance = try await town.perform(
                AddOffer(organisation: town.cinema.id, title: "Dance", adult: Minutes(30)),
                as: .coordinator
            )
            let other = Surfer(server, as: .till)
            try await other.open(path)
            #expect(await other.page.contains("What is it for?"))
            try await other.submit(to: path, Self.one + [("card", town.ada.number)])
            #expect(await other.page.contains("Choose what it is for"))
            try await other.submit(to: path, Self.one + [("act", "enter")])
            #expect(try await town.minutes(of: town.ada) == Minutes(600))
            try await other.submit(to: path, Self.one + [("choose", "\(dance.id)")])
            #expect(await other.page.contains("Accept 30\u{a0}min"))
            #expect(await !other.page.contains("What is it for?"))
            try await other.submit(to: path, Self.one + [("act", "accept")])
            #expect(try await town.minutes(of: town.ada) == Minutes(570))
            try await other.open(path)
            #expect(await other.page.contains("<bdi>Dance</bdi>"))
            try await other.submit(to: path, Self.one + [("act", "change")])
            #expect(await other.page.matches(of: /name="choose"/).count == 2)
            try await town.perform(OpenListed(dance.id, isOpen: false), as: .coordinator)
            try await other.open(path)
            #expect(await !other.page.contains("Dance"))
        }
    }

    @Test(arguments: Backend.available)
    func `what is left is shown to whoever asks after paying, and stands in no address`(
        on backend: Backend
    ) async throws {
        try await atTill(on: backend) { till, town, path, _ in
            try await till.submit(to: path, Self.one + [("card", town.ada.number)])
            #expect(await !till.page.contains("Show what is left"))
            #expect(await !till.page.contains("10\u{a0}h"))
            try await till.submit(to: path, Self.one + [("act", "enter")])
            let left = try #require(await till.actions.first { $0.hasSuffix("/left") })
            try await till.submit(to: left)
            #expect(await till.page.contains("9\u{a0}h left"))
            #expect(await till.address == left)
            #expect(await till.headers[.cacheControl]?.contains("no-store") == true)
            // The one before it can be undone from the list, and the old address leads here.
            try await till.submit(to: path, Self.one + [("card", town.bo.number)])
            try await till.submit(to: path, Self.one + [("act", "enter")])
            #expect(await till.page.contains("aria-label=\"Undo Ada N.\""))
            let undo = left.replacing("/left", with: "/undo")
            try await till.submit(to: undo)
            #expect(await till.page.contains("are back on the card"))
            #expect(try await town.minutes(of: town.ada) == Minutes(600))
            try await till.open(left.replacing("/left", with: ""))
            #expect(await till.address.hasPrefix("\(path)?accepted="))
        }
    }

    @Test(arguments: Backend.available)
    func `whoever has to sign in comes back to the till`(on backend: Backend) async throws {
        try await atTill(on: backend) { till, town, path, server in
            let hidden = await till.hidden(in: path)
            let nobody = Surfer(server)
            try await nobody.open("/wisbech/sign-in")
            let body = (hidden.filter { $0.0 != "token" } + [("card", town.ada.number)])
                .map { "\($0)=\(Address.escaped($1))" }.joined(separator: "&")
            try await nobody.post(path, body, headers: [.secFetchSite: "same-origin"])
            #expect(await nobody.status == 303)
            let back = Address.escaped(path)
            #expect(await nobody.headers[.location] == "/wisbech/sign-in?back=\(back)")
        }
    }

    @Test(arguments: Backend.available)
    func `a card's address is read, and that of another network is refused`(
        on backend: Backend
    ) async throws {
        try await atTill(on: backend) { till, town, path, _ in
            let code = try #require(town.ada.card)
            let ours = "https://time.example/wisbech/card#\(code)"
            try await till.submit(to: path, Self.one + [("card", ours), ("act", "find")])
            #expect(await till.page.contains("Ada N."))
            // The code is kept for the next request and shown to nobody.
            #expect(await till.page.contains("name=\"shown\" value=\"\(code)\""))
            #expect(await till.page.ranges(of: code).count == 1)
            let theirs = "https://time.example/fenside/card#\(code)"
            try await till.submit(to: path, Self.one + [("card", theirs), ("act", "find")])
            #expect(await till.page.contains("This card belongs to another network"))
            #expect(await till.headers[.permissionsPolicy]?.hasPrefix("camera=(self)") == true)
            try await till.open("/wisbech/help")
            #expect(await till.headers[.permissionsPolicy]?.hasPrefix("camera=()") == true)
        }
    }

    @Test(arguments: Backend.available)
    func `two hundred offers do not break the page`(on backend: Backend) async throws {
        try await atTill(on: backend) { till, town, path, _ in
            for number in 0..<205 {
                try await town.perform(
                    AddOffer(
                        organisation: town.cinema.id,
                        title: "Offer \(number)",
                        adult: Minutes(30)
                    ),
                    as: .coordinator
                )
            }
            try await till.open(path)
            #expect(await till.page.matches(of: /name="choose"/).count == 0)
            try await till.submit(to: path, Self.one + [("act", "change")])
            #expect(await till.page.matches(of: /name="choose"/).count == 200)
            try await till.submit(to: path, Self.one + [("choose", "\(town.offer.id)")])
            #expect(await till.page.utf8.count < 12_000)
        }
    }
}
