import HTTPTypes
import Ledger
import Support
import Testing
import Timebank

@testable import Web

@Suite struct GiftTests {
    /// Earns Ada some hours, so that there is something to give.
    private func earn(_ minutes: Int64, _ server: Server) async throws {
        let town = server.town
        try await town.perform(
            EnterHours(
                opportunity: town.opportunity.id,
                members: [.id(town.ada.id)],
                day: town.bank.clock().day,
                minutes: Minutes(minutes),
                confirm: true
            ),
            as: .worker
        )
    }

    private func words(_ town: Town, _ minutes: Int64 = 5) -> String {
        """
        {"from":"\(town.ada.wallet.id)","to":"member:\(town.bo.number)","minutes":\(minutes),\
        "memo":" thank you "}
        """
    }

    @Test(arguments: Backend.available)
    func `a gift moves minutes and says so`(on backend: Backend) async throws {
        try await Server.run(on: backend) { server in
            try await earn(60, server)
            let made = try await server.send(
                .post,
                server.path("/transfers"),
                words(server.town),
                as: .ada,
                key: "one"
            )
            #expect(made.status == 201, "\(made.text)")
            #expect(made["kind"] == "gift")
            #expect(made["minutes"] == 5)
            #expect(made["memo"] == "thank you")
            #expect(made["to"] == .text(server.town.bo.wallet.id.description))
            #expect(made.headers[.idempotencyReplayed] == nil)
            let account = try await server.send(
                .get,
                server.path("/accounts/\(server.town.ada.wallet.id)"),
                as: .ada
            )
            #expect(account["minutes"] == 55)
            #expect(account["holder"] == "Ada Nowak")
        }
    }

    @Test(arguments: Backend.available)
    func `a repeat answers as the first time and says that it is one`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            try await earn(60, server)
            let path = server.path("/transfers")
            let first = try await server.send(.post, path, words(server.town), as: .ada, key: "k")
            let again = try await server.send(.post, path, words(server.town), as: .ada, key: "k")
            #expect(again.status == 201)
            #expect(again.bytes == first.bytes)
            #expect(again.headers[.idempotencyReplayed] == "true")
            let other = try await server.send(
                .post,
                path,
                words(server.town, 6),
                as: .ada,
                key: "k"
            )
            #expect(other.status == 422)
            #expect(other.code == "key-reused")
        }
    }

    @Test(arguments: Backend.available)
    func `a refusal says what is there and what was asked for`(on backend: Backend) async throws {
        try await Server.run(on: backend) { server in
            try await earn(60, server)
            let answer = try await server.send(
                .post,
                server.path("/transfers"),
                words(server.town, 61),
                as: .ada,
                key: "k",
                headers: [.acceptLanguage: "pl"]
            )
            #expect(answer.status == 422)
            #expect(answer.code == "not-enough-credits")
            #expect(answer["left"] == 60)
            #expect(answer["needed"] == 61)
            #expect(answer.headers[.contentType] == "application/problem+json")
            #expect(answer["instance"] == answer.headers[.requestID].map { .text($0) })
        }
    }

    @Test(
        arguments: Backend.available,
        [
            ("minutes", "0"), ("minutes", "10.5"), ("minutes", "\"60\""), ("minutes", "true"),
            ("minutes", "1000000001"), ("minutes", "1e3"), ("minutes", "99999999999999999999"),
            ("minutes", "null"), ("to", "7"), ("to", "\"takings:x\""), ("memo", "[]"),
            ("mintues", "60"),
        ]
    )
    func `a member that is wrong is named`(
        on backend: Backend,
        given: (String, String)
    ) async throws {
        let (name, value) = given
        try await Server.run(on: backend) { server in
            var members = [
                "from": "\"\(server.town.ada.wallet.id)\"", "to": "\"pot\"", "minutes": "60",
            ]
            members[name] = value
            let body = members.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",")
            let answer = try await server.send(
                .post,
                server.path("/transfers"),
                "{\(body)}",
                as: .ada,
                key: "k"
            )
            #expect(answer.status == 400, "\(answer.text)")
            guard case .list(let errors)? = answer["errors"],
                case .object(let error)? = errors.first
            else {
                Issue.record("no errors in \(answer.text)")
                return
            }
            #expect(error.first?.value == .text("/\(name)"))
        }
    }

    @Test(arguments: Backend.available)
    func `without a token, a key or JSON nothing is asked`(on backend: Backend) async throws {
        try await Server.run(on: backend) { server in
            let path = server.path("/transfers")
            let visitor = try await server.send(.post, path, "{}", key: "k")
            #expect(visitor.status == 401)
            #expect(visitor.headers[.wwwAuthenticate] == "Bearer")
            let keyless = try await server.send(.post, path, "{}", as: .ada)
            #expect(keyless.code == "key-missing")
            let typeless = try await server.send(
                .post,
                path,
                "{}",
                as: .ada,
                key: "k",
                headers: [.contentType: "text/plain"]
            )
            #expect(typeless.status == 415)
            let broken = try await server.send(.post, path, "{", as: .ada, key: "k")
            #expect(broken.status == 400)
            #expect(broken.code == "malformed")
        }
    }

    @Test(arguments: Backend.available)
    func `what is somebody else's answers like what does not exist`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let theirs = try await server.send(
                .get,
                server.path("/accounts/\(server.town.bo.wallet.id)"),
                as: .ada
            )
            let nobodys = try await server.send(
                .get,
                server.path("/accounts/0123456789ABC"),
                as: .ada
            )
            #expect(theirs.status == 404)
            #expect(nobodys.status == 404)
            #expect(theirs["detail"] == nobodys["detail"])
        }
    }
}
