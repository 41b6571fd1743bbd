import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Support
import Timebank

@testable import Web

/// Somebody with a browser: they keep cookies, follow redirects and send the forms they see.
actor Surfer {
    private let client: any TestClientProtocol
    private var cookies: [String: String] = [:]
    private(set) var page = ""
    private(set) var status = 0
    private(set) var address = ""
    private(set) var headers = HTTPFields()
    /// The words of the form that was sent last.
    private(set) var sent = ""

    init(_ server: Server, as role: Town.Role? = nil) {
        client = server.client
        if let text = server.text(role) { cookies["session"] = text }
    }

    /// What the cookie of this name holds.
    func cookie(_ name: String) -> String? { cookies[name] }

    /// Opens a page, wherever it leads.
    func open(_ path: String, headers: HTTPFields = [:]) async throws {
        try await send(.get, path, nil, headers)
        try await follow()
    }

    /// Sends the form that goes to an address, with what it has hidden and what is filled in.
    func submit(
        to action: String,
        _ fields: [(String, String)] = [],
        follows: Bool = true
    ) async throws {
        let body = (hidden(in: action) + fields).map { "\(escaped($0))=\(escaped($1))" }
            .joined(separator: "&")
        try await post(action, body)
        if follows { try await follow() }
    }

    /// Sends words to an address as a browser sends a form.
    func post(_ path: String, _ body: String, headers: HTTPFields = [:]) async throws {
        sent = body
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        try await send(.post, path, body, headers)
    }

    /// The addresses that the page links to.
    var links: [String] { paths(in: "href").filter { !$0.hasPrefix("/assets") } }

    /// The addresses that the forms of the page are sent to.
    var actions: [String] { paths(in: "action") }

    private func paths(in attribute: String) -> [String] {
        page.split(separator: "\(attribute)=\"").dropFirst().compactMap { part in
            part.split(separator: "\"").first.map { String($0).replacing("&amp;", with: "&") }
        }
        .filter { $0.hasPrefix("/") }
    }

    /// What the form to an address hides.
    func hidden(in action: String) -> [(String, String)] {
        guard let start = page.firstRange(of: "action=\"\(action)\"") else { return [] }
        let form = page[start.upperBound...].split(separator: "</form>").first ?? ""
        return form.split(separator: "<input type=\"hidden\"").dropFirst().compactMap { part in
            let pieces = part.split(separator: "\"", omittingEmptySubsequences: false)
            return pieces.count > 3 ? (String(pieces[1]), String(pieces[3])) : nil
        }
    }

    private func follow() async throws {
        var steps = 0
        while status == 303, let next = headers[.location], steps < 5 {
            steps += 1
            try await send(.get, next, nil, [:])
        }
    }

    private func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: String?,
        _ more: HTTPFields
    ) async throws {
        var headers = more
        let jar = cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
        if !jar.isEmpty { headers[.cookie] = jar }
        let answer = try await client.execute(
            uri: path,
            method: method,
            headers: headers,
            body: body.map { ByteBuffer(string: $0) }
        ) { Answered($0) }
        (status, page, address) = (answer.status, answer.text, path)
        self.headers = answer.headers
        for set in answer.headers[values: .setCookie] { keep(set) }
    }

    private func keep(_ set: String) {
        let parts = set.split(separator: ";")
        let pair = parts[0].split(separator: "=", maxSplits: 1).map(String.init)
        let isEnd = set.contains("Max-Age=0")
        cookies[pair[0]] = isEnd ? nil : pair.count == 2 ? pair[1] : ""
    }

    private func escaped(_ text: String) -> String { Address.escaped(text) }
}
