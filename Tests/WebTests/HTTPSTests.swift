import HTTPTypes
import Support
import Testing

@testable import Web

@Suite struct HTTPSTests {
    private static let plain = Settings(limitsRates: false, isLoopback: false)
    private static let http = Settings(
        url: "http://hours.example.org",
        limitsRates: false,
        isLoopback: false
    )
    private static let https = Settings(
        url: "https://hours.example.org",
        limitsRates: false,
        isLoopback: false
    )

    private static let token = """
        {"login": "jo@example.org", "password": "five warm loaves"}
        """
    private static let code = """
        {"code": "0000-0000-0000-0000-0000-0000", "password": "five warm loaves"}
        """

    @Test(arguments: Backend.available, [plain, http])
    func `where others reach the server without https, signing in says so`(
        on backend: Backend,
        settings: Settings
    ) async throws {
        try await Server.run(on: backend, settings: settings) { server in
            let visitor = Surfer(server)
            for path in ["/wisbech/sign-in", "/wisbech/set-up"] {
                try await visitor.open(path)
                #expect(await visitor.status == 403)
                #expect(await visitor.page.contains("begins with https"))
                try await visitor.post(path, "login=jo@example.org&password=five+warm+loaves")
                #expect(await visitor.status == 403)
            }
            for (path, body) in [("/api/v1/tokens", Self.token), ("/api/v1/codes", Self.code)] {
                let answer = try await server.send(.post, path, body)
                #expect(answer.status == 403)
                #expect(answer.text.contains("/problems/insecure"))
            }
            try await visitor.open("/wisbech/")
            #expect(await visitor.status == 200)
        }
    }

    @Test(arguments: Backend.available)
    func `with https, signing in is as everywhere`(on backend: Backend) async throws {
        try await Server.run(on: backend, settings: Self.https) { server in
            let visitor = Surfer(server)
            try await visitor.open("/wisbech/sign-in")
            #expect(await visitor.status == 200)
            let answer = try await server.send(.post, "/api/v1/tokens", Self.token)
            #expect(answer.status == 401)
        }
    }
}
