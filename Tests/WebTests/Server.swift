import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Store
import Support
import Timebank

@testable import Web

/// A server of a small town, whose people hold tokens.
struct Server {
    let town: Town
    let client: any TestClientProtocol
    private let texts: [Town.Role: String]

    /// Somebody with a token, or a visitor.
    func text(_ role: Town.Role?) -> String? { role.flatMap { texts[$0] } }

    /// Runs a test against a server of its own; its store takes no changes where `choked` says why.
    static func run<T: Sendable>(
        on backend: Backend = .sqlite,
        limits: Bool = false,
        choked: StoreError? = nil,
        settings: Settings? = nil,
        of scheme: Scheme = .standard,
        parts: [WebPart] = WebPart.standard,
        _ body: @Sendable @escaping (Server) async throws -> T
    ) async throws -> T {
        try await withTown(on: backend, of: scheme) { town in
            let texts = try await tokens(of: town)
            let site = try Site(
                bank: choked == nil ? town.bank : try await Choked.bank(of: town, choked),
                parts: parts,
                settings: settings ?? Settings(limitsRates: limits),
                log: Log(descriptor: -1),
                hall: PasswordHashQueue(cores: 3, cost: .cheap)
            )
            let app = Application(router: site.router())
            return try await app.test(.router) { client in
                try await body(Server(town: town, client: client, texts: texts))
            }
        }
    }

    /// Sends a request as somebody.
    func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: String? = nil,
        as role: Town.Role? = nil,
        key: String? = nil,
        headers: HTTPFields = [:]
    ) async throws -> Answered {
        var headers = headers
        if let text = text(role) { headers[.authorization] = "Bearer \(text)" }
        if let key { headers[.idempotencyKey] = key }
        if body != nil, headers[.contentType] == nil { headers[.contentType] = "application/json" }
        return try await client.execute(
            uri: path,
            method: method,
            headers: headers,
            body: body.map { ByteBuffer(string: $0) }
        ) { Answered($0) }
    }

    /// The address of something in the town's network.
    func path(_ rest: String) -> String { "/api/v1/networks/\(town.slug)\(rest)" }

    /// Gives everybody a token whose text a client can send.
    private static func tokens(of town: Town) async throws -> [Town.Role: String] {
        var texts: [Town.Role: String] = [:]
        for (place, role) in Town.Role.allCases.enumerated() {
            let letter = Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(place)))
            // The 43rd character of 32 bytes has two bits that mean nothing and have to be zero.
            texts[role] = String(repeating: letter, count: 42) + "A"
        }
        let given = texts
        let known = town.tokens
        try await town.database.write { tx in
            for (role, text) in given {
                guard case .token(let old)? = known[role],
                    case .token(let new) = Credential.bearer(text)
                else { continue }
                try tx.run(
                    """
                    INSERT INTO token (digest, person, purpose, created_at, expires_at)
                    SELECT $1, person, purpose, created_at, expires_at FROM token
                    WHERE digest = $2
                    """,
                    new,
                    old
                )
            }
        }
        return texts
    }
}

/// An answer, its body read as JSON.
struct Answered: Sendable {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]

    init(_ response: TestResponse) {
        status = response.status.code
        headers = response.headers
        bytes = Array(response.body.readableBytesView)
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var json: JSON? { try? JSONReader.read(bytes) }

    /// A member of the object that the body is, or of one in it.
    subscript(_ path: String...) -> JSON? {
        var value = json
        for name in path {
            guard case .object(let members)? = value else { return nil }
            value = members.first { $0.name == name }?.value
        }
        return value
    }

    /// The code of the problem that the body is.
    var code: String? {
        guard case .text(let type)? = self["type"] else { return nil }
        return type.split(separator: "/").last.map(String.init)
    }
}
