import HTTPTypes
import Ledger
import Support
import Testing
import Timebank

@testable import Web

@Suite struct MannersTests {
    @Test(arguments: Backend.available)
    func `the server says that it is alive and can serve`(on backend: Backend) async throws {
        try await Server.run(on: backend) { server in
            for path in ["/healthz", "/readyz"] {
                let answer = try await server.send(.get, path)
                #expect(answer.status == 200)
            }
        }
    }

    @Test(arguments: Backend.available, ["mine-7.2026", "two words", "<script>", ""])
    func `an id that can stand anywhere comes back, another is replaced`(
        on backend: Backend,
        id: String
    ) async throws {
        try await Server.run(on: backend) { server in
            let answer = try await server.send(.get, "/healthz", headers: [.requestID: id])
            let given = answer.headers[.requestID] ?? ""
            #expect(id == "mine-7.2026" ? given == id : given.utf8.count == 13)
        }
    }

    @Test(arguments: Backend.available)
    func `an address that is not there is not found, as each expects it`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let page = try await server.send(.get, "/nothing/at/all")
            #expect(page.status == 404)
            #expect(page.headers[.contentType]?.hasPrefix("text/html") == true)
            for path in ["/api/v1/nothing", "/api", "/api/v2/me", server.path("/offers/")] {
                let answer = try await server.send(.get, path, as: .ada)
                #expect(answer.status == 404, "\(path)")
                #expect(answer.code == "not-found")
            }
        }
    }

    @Test(arguments: Backend.available)
    func `a method that is not known is answered with those that are`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let answer = try await server.send(.put, server.path("/offers"), as: .ada)
            #expect(answer.status == 405)
            #expect(answer.headers[.allow] == "GET, HEAD, POST")
            #expect(answer.code == "wrong-method")
        }
    }

    @Test(arguments: Backend.available)
    func `a body that is too long is refused`(on backend: Backend) async throws {
        try await Server.run(on: backend) { server in
            let body = "\"\(String(repeating: "x", count: 70_000))\""
            let answer = try await server.send(
                .post,
                server.path("/transfers"),
                body,
                as: .ada,
                key: "k"
            )
            #expect(answer.status == 413)
        }
    }

    @Test(arguments: Backend.available)
    func `the counts are for this machine and for nobody behind a proxy`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            _ = try await server.send(
                .get,
                server.path("/accounts/\(server.town.ada.wallet.id)"),
                as: .ada
            )
            let counts = try await server.send(.get, "/metrics")
            #expect(counts.status == 200)
            #expect(counts.text.contains("route=\"/api/v1/networks/{network}/accounts/{account}\""))
            #expect(!counts.text.contains("\(server.town.ada.wallet.id)"))
            let other = try await server.send(
                .get,
                "/metrics",
                headers: [.forwardedFor: "192.0.2.1"]
            )
            #expect(other.status == 404)
        }
    }

    @Test(arguments: Backend.available)
    func `whoever asks too much is told to wait`(on backend: Backend) async throws {
        try await Server.run(on: backend, limits: true) { server in
            var last = 0
            for _ in 0..<310 where last != 429 {
                let answer = try await server.send(.get, server.path("/offers"), as: .ada)
                last = answer.status
                if last == 429 {
                    #expect(Int(answer.headers[.retryAfter] ?? "") ?? 0 > 0)
                }
            }
            #expect(last == 429)
        }
    }

    @Test(arguments: Backend.available)
    func `a long answer is packed for those who can read it so`(on backend: Backend) async throws {
        try await Server.run(on: backend) { server in
            let path = "/api/v1/openapi.json"
            let plain = try await server.send(.get, path)
            let packed = try await server.send(.get, path, headers: [.acceptEncoding: "br, gzip"])
            #expect(plain.headers[.contentEncoding] == nil)
            #expect(packed.headers[.contentEncoding] == "gzip")
            #expect(packed.bytes.count * 4 < plain.bytes.count)
            #expect(packed.bytes.starts(with: [0x1F, 0x8B]))
        }
    }

    @Test(arguments: [
        ("gzip", true), ("GZIP;q=1", true), ("*", true), ("gzip;q=0", false), ("identity", false),
        ("gzip;q=0, *", false), ("*;q=0, gzip", true), ("*;q=0", false),
        ("br;q=1.0, gzip;q=0.8", true),
    ])
    func `what a client takes is read as it means it`(header: String, takes: Bool) {
        #expect(Compression.accepts(header) == takes)
    }
}
