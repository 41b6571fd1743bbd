import HTTPTypes
import Ledger
import Support
import Testing
import Timebank

@testable import Web

/// How much a small old phone has to load, and what it may be made to do.
@Suite struct WeightTests {
    @Test(arguments: Backend.available, Language.offered)
    func `a first visit is at most 30 kB, of which the script is at most 10`(
        on backend: Backend,
        language: Language
    ) async throws {
        try await Server.run(on: backend) { server in
            let gzip: HTTPFields = [.acceptEncoding: "gzip", .acceptLanguage: language.code]
            let page = try await server.send(.get, "/wisbech/", headers: gzip)
            var sum = page.bytes.count
            for asset in Asset.allCases {
                let path = Address.asset(asset)
                #expect(page.text.contains(path), "\(path)")
                let answer = try await server.send(.get, path, headers: gzip)
                #expect(answer.status == 200)
                #expect(answer.headers[.cacheControl]?.contains("immutable") == true)
                if asset == .script { #expect(answer.bytes.count <= 10_000) }
                sum += answer.bytes.count
            }
            #expect(sum <= 30_000, "\(sum) bytes")
        }
    }

    @Test(arguments: Backend.available)
    func `every page may load our own files and nothing else, and stands in no frame`(
        on backend: Backend
    )
        async throws
    {
        try await Server.run(on: backend) { server in
            for path in ["/", "/wisbech/", "/wisbech/sign-in", "/wisbech/nothing", "/healthz"] {
                let answer = try await server.send(.get, path)
                let policy = answer.headers[.contentSecurityPolicy] ?? ""
                #expect(policy.hasPrefix("default-src 'none'"), "\(path)")
                #expect(policy.contains("frame-ancestors 'none'"), "\(path)")
                #expect(policy.contains("form-action 'self'"), "\(path)")
                #expect(!policy.contains("unsafe"), "\(path)")
                #expect(!answer.text.contains(/(?:src|href)="(?:https?:)?\/\//), "\(path)")
            }
        }
    }
}
