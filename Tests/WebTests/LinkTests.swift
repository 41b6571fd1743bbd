import HTTPTypes
import Ledger
import Support
import Testing
import Timebank

@testable import Web

/// Where the pages lead: every page that the router knows, as everybody.
@Suite struct LinkTests {
    @Test(arguments: Backend.available, [nil] + Town.Role.allCases)
    func `every page leads to pages that are there`(
        on backend: Backend,
        role: Town.Role?
    ) async throws {
        try await Server.run(on: backend) { server in
            let arguments = try await Self.arguments(of: server.town)
            let surfer = Surfer(server, as: role)
            var waiting = WebPart.standard.pageRoutes.filter { $0.method == .get }
                .flatMap { Self.paths($0.path, arguments) }
            var statuses: [String: Int] = [:]
            var found: [String: String] = [:]
            while let path = waiting.popLast() {
                guard statuses[path] == nil else { continue }
                try await surfer.open(path)
                statuses[path] = await surfer.status
                let links = await surfer.links
                for link in links + (await surfer.actions) {
                    #expect(!link.contains(":") && !link.contains("{"), "\(link) on \(path)")
                    #expect(Self.isKnown(link), "\(link) on \(path)")
                }
                // Another language would be spoken from there on.
                let next = links.filter { !$0.contains("/language/") }
                found.merge(next.map { ($0, path) }) { first, _ in first }
                waiting += next
            }
            for (link, page) in found {
                #expect(statuses[link] == 200, "\(statuses[link] ?? 0): \(link) on \(page)")
            }
            let shown = statuses.values.count { $0 == 200 }
            #expect(shown >= 4, "\(shown) of \(statuses.count)")
        }
    }

    @Test func `a link without its argument would be noticed`() {
        #expect(Self.isKnown("/wisbech/people/0000000000001"))
        #expect(!Self.isKnown("/wisbech/persons/0000000000001"))
        #expect(!Self.isKnown("/wisbech/people/0000000000001/"))
    }

    /// Whether the router knows an address.
    private static func isKnown(_ link: String) -> Bool {
        let parts = link.split(separator: "?", maxSplits: 1)[0]
            .split(separator: "/", omittingEmptySubsequences: false)
        return WebPart.standard.pageRoutes.contains { route in
            let pattern = route.path.split(separator: "/", omittingEmptySubsequences: false)
            return pattern.count == parts.count
                && zip(pattern, parts).allSatisfy { $0.hasPrefix("{") ? !$1.isEmpty : $0 == $1 }
        }
    }

    /// A pattern with each of the values that may stand in it.
    private static func paths(_ pattern: String, _ arguments: [String: [String]]) -> [String] {
        pattern.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
            .reduce([""]) { paths, part in
                let values =
                    part.hasPrefix("{")
                    ? arguments[String(part.dropFirst().dropLast())] ?? [] : [String(part)]
                return paths.flatMap { path in values.map { "\(path)/\($0)" } }
            }
    }

    /// A town in which everything has happened, and what stands in the addresses of its pages.
    private static func arguments(of town: Town) async throws -> [String: [String]] {
        try await town.earn(240, town.ada)
        try await town.earn(240, town.bo)
        let waiting = try await town.claim(60, town.bo)
        let gift = try await town.give(30, from: town.ada, to: town.bo, as: .ada)
        let receipt = try await town.redeem(1, town.ada)
        let staff = try await town.ask(StaffQuery(organisation: town.school.id), as: .coordinator)
        return [
            "network": ["\(town.slug)"],
            "language": ["en"],
            "organisation": ["\(town.school.id)", "\(town.cinema.id)"],
            "member": ["\(town.ada.id)", "\(town.bo.id)"],
            "person": staff.map { "\($0.person)" },
            "account": ["\(town.ada.wallet.id)", "\(town.bo.wallet.id)"],
            "hours": ["\(waiting.id)"],
            "transfer": ["\(gift.id)"],
            "redemption": ["\(receipt.redemption.id)"],
            "opportunity": ["\(town.opportunity.id)"],
            "offer": ["\(town.offer.id)"],
            "month": ["\(Month(of: town.bank.clock().day))"],
        ]
    }
}
