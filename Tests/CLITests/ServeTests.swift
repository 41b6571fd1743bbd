internal import ArgumentParser
internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

@testable internal import CLI

@Suite struct ServeTests {
    @Test(arguments: ["0.0.0.0", "::", "192.0.2.1", "hours.example.org"])
    func `a demo's passwords are not served to other machines`(host: String) async throws {
        try await withBank(on: .sqlite) { bank, _ in
            let demo = MakeDemo(
                members: 10,
                months: 1,
                until: TestClock.start.day,
                cost: .cheap
            )
            _ = try await bank.perform(demo, as: .console)
            let others = try Serve.parse(["--host", host, "--url", "https://hours.example.org"])
            await #expect(throws: CommandRefusal.self) { try await others.requireServable(bank) }
            for own in ["127.0.0.1", "127.0.0.2", "localhost", "::1"] {
                try await Serve.parse(["--host", own]).requireServable(bank)
            }
        }
    }

    @Test func `a store without a demo is served to everybody`() async throws {
        try await withBank(on: .sqlite) { bank, _ in
            _ = try await bank.perform(CreateNetwork(slug: "ely", title: "Ely"), as: .console)
            try await Serve.parse(["--host", "0.0.0.0", "--url", "https://hours.example.org"])
                .requireServable(bank)
        }
    }
}
