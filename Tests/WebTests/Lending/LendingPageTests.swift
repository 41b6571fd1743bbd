import HTTPTypes
import Ledger
import Support
import Testing
import Timebank

@testable import Lending
@testable import Web

/// A part's page, with a template of its own and a form that its fields ask.
@Suite struct LendingPageTests {
    @Test(arguments: Backend.available)
    func `its page shows what there is, and a form that offers something more`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend, of: .lending, parts: LendingCallsTests.parts) { server in
            let page = Surfer(server, as: .ada)
            try await page.open("/wisbech/tools")
            #expect(await page.page.contains("<h1>Borrow a tool</h1>"))
            #expect(await page.page.contains("Nobody has offered anything yet."))
            #expect(await page.page.contains(#"<label for="f-name">Tool</label>"#))
            #expect(await page.page.contains("What it is, in a few words."))
            try await page.submit(to: "/wisbech/tools", [("name", "Saw & axe")])
            #expect(await page.status == 200)
            #expect(await page.page.contains("is on the list."))
            #expect(await page.page.contains("<bdi>Saw &amp; axe</bdi>"))
            #expect(await page.page.contains("To be had"))
        }
    }

    @Test(arguments: [
        ("en", "Tool", "Offer it"), ("pl", "Narzędzie", "Zaproponuj"),
    ])
    func `a mistake stands beside its field, in the language of whoever looks`(
        language: String,
        label: String,
        button: String
    ) async throws {
        try await Server.run(of: .lending, parts: LendingCallsTests.parts) { server in
            let page = Surfer(server, as: .ada)
            try await page.open("/wisbech/language/\(language)?back=/wisbech/tools")
            #expect(await page.page.contains(button))
            let hidden = await page.hidden(in: "/wisbech/tools")
                .map { "\($0)=\(Address.escaped($1))" }
            let long = "name=" + String(repeating: "a", count: 121)
            for (typed, limit) in [("name=", ""), (long, "120")] {
                try await page.post(
                    "/wisbech/tools",
                    (hidden + [typed]).joined(separator: "&")
                )
                #expect(await page.status == 422)
                let parts = await page.page.split(separator: #"id="f-name-wrong">"#)
                let said = parts.count == 2 ? parts[1].split(separator: "</p>")[0] : ""
                #expect(said.contains("\(label):") && said.contains(limit), "\(said)")
                #expect(await page.page.contains(##"href="#f-name""##))
            }
        }
    }

    @Test func `who is no member sees what there is, and no form`() async throws {
        try await Server.run(of: .lending, parts: LendingCallsTests.parts) { server in
            let page = Surfer(server, as: .coordinator)
            try await page.open("/wisbech/tools")
            #expect(await page.status == 200)
            #expect(await !page.actions.contains("/wisbech/tools"))
            // Nobody who has not signed in is told anything.
            try await Surfer(server).open("/wisbech/tools")
        }
    }
}
