import HTTPTypes
import Hummingbird
import Support
import Testing
import Timebank

@testable import Web

/// What is asked first: who somebody is, and only then how they wrote it.
@Suite struct OrderTests {
    /// Bodies that no call takes.
    private static let bodies: [(type: String, text: String)] = [
        ("application/json", "{"), ("application/json", "[]"), ("application/json", "{}"),
        ("application/json", "{\"a\": 1, \"a\": 2}"), ("application/json", "{\"nobody\": [[]]}"),
        ("text/plain", "x"),
    ]

    @Test(arguments: Backend.available)
    func `a call that needs a token is 401 without one, however badly it is written`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let unknown = "Bearer " + String(repeating: "z", count: 42) + "A"
            for endpoint in WebPart.standard.endpoints where !endpoint.about.isOpen {
                let address = Self.address(endpoint.path, "wisbech")
                for token in [nil, "Bearer", "Bearer x", unknown] {
                    let bodies = endpoint.verb == .get ? [("application/json", "")] : Self.bodies
                    for (type, text) in bodies {
                        var headers: HTTPFields = [.contentType: type]
                        headers[.authorization] = token
                        let answer = try await server.send(
                            endpoint.verb.method,
                            address + "?limit=x&after=!&search=a&search=b",
                            text,
                            key: "",
                            headers: headers
                        )
                        let said = "\(endpoint.verb) \(address) \(text): \(answer.text)"
                        #expect(answer.status == 401, "\(said)")
                        #expect(answer.code == "not-signed-in", "\(said)")
                    }
                }
            }
        }
    }

    @Test(arguments: Backend.available)
    func `a network that is not there is 404, however badly the call is written`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            for endpoint in WebPart.standard.endpoints
            where !endpoint.about.isOpen && endpoint.path.contains("{network}") {
                let answer = try await server.send(
                    endpoint.verb.method,
                    Self.address(endpoint.path, "nowhere") + "?limit=x",
                    endpoint.verb == .get ? nil : "{",
                    as: .coordinator
                )
                #expect(answer.status == 404, "\(endpoint.verb) \(endpoint.path): \(answer.text)")
            }
        }
    }

    @Test(arguments: Backend.available)
    func `a page that needs a sign-in asks for it first, however its form is filled in`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            // Who joins and is nobody yet is led to where they set up a password.
            let open = ["/sign-in", "/set-up", "/sign-out", "/join"]
            for route in WebPart.standard.pageRoutes where route.method == .post {
                guard !open.contains(where: route.path.hasSuffix) else { continue }
                let address = Self.address(route.path, "wisbech")
                for form in [
                    "key=a", "key=b&minutes-hours=1+1&date=x&organisation=!&search=", "key=c&a=%ZZ",
                ] {
                    let answer = try await server.send(
                        .post,
                        address,
                        form,
                        headers: [
                            .contentType: "application/x-www-form-urlencoded",
                            .secFetchSite: "same-origin",
                        ]
                    )
                    // A till leads to the sign-in and back, so that the next card can be read.
                    let next = answer.headers[.location]
                    let asks =
                        [401, 404].contains(answer.status)
                        || (answer.status == 303 && next?.hasPrefix("/wisbech/sign-in?") == true)
                    #expect(asks, "\(address) \(answer.status) \(next ?? "")")
                }
            }
        }
    }

    /// An address with something that could be there in each place.
    private static func address(_ path: String, _ network: String) -> String {
        path.split(separator: "/").map { part in
            switch part {
            case "{network}", ":network": network
            case "{office}": "coordinator"
            case "{account}": "pot"
            case "{role}": "till"
            case let part where part.hasPrefix("{") || part.hasPrefix(":"): "0000000000001"
            default: String(part)
            }
        }.reduce("") { "\($0)/\($1)" }
    }
}
