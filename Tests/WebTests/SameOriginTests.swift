import HTTPTypes
import Hummingbird
import Ledger
import Support
import Testing
import Timebank

@testable import Web

@Suite struct SameOriginTests {
    /// What comes with a form that another site sends, and with one of ours.
    static let requests: [(headers: [String: String], token: Bool, isOurs: Bool)] = [
        (["Sec-Fetch-Site": "same-origin"], false, true),
        (["Sec-Fetch-Site": "none"], true, false),
        (["Sec-Fetch-Site": "cross-site"], true, false),
        (["Sec-Fetch-Site": "same-site"], true, false),
        (["Origin": "https://example.org"], true, false),
        (["Origin": "null"], true, false),
        ([:], true, true),
        ([:], false, false),
    ]

    @Test(arguments: Backend.available, requests)
    func `a form of another site is refused, and changes nothing`(
        on backend: Backend,
        given: ([String: String], Bool, Bool)
    ) async throws {
        let (headers, token, isOurs) = given
        try await Server.run(on: backend) { server in
            let ada = Surfer(server, as: .ada)
            try await ada.open("/wisbech/claim")
            var hidden = await ada.hidden(in: "/wisbech/claim")
            if !token { hidden.removeAll { $0.0 == "token" } }
            var fields = HTTPFields()
            for (name, value) in headers {
                if let name = HTTPField.Name(name) { fields[name] = value }
            }
            let body = hidden.map { "\($0)=\(Address.escaped($1))" }.joined(separator: "&")
            try await ada.post("/wisbech/claim", body, headers: fields)
            #expect(await ada.status == (isOurs ? 422 : 403))
        }
    }

    @Test(arguments: Backend.available)
    func `a token of another sign-in is worth nothing`(on backend: Backend) async throws {
        try await Server.run(on: backend) { server in
            let bo = Surfer(server, as: .bo)
            try await bo.open("/wisbech/claim")
            let hidden = await bo.hidden(in: "/wisbech/claim")
            let body = hidden.map { "\($0)=\(Address.escaped($1))" }.joined(separator: "&")
            let ada = Surfer(server, as: .ada)
            try await ada.post("/wisbech/claim", body)
            #expect(await ada.status == 403)
        }
    }

    @Test func `the address of a language leads back to pages of ours only`() {
        for path in ["/", "/wisbech/give", "/wisbech/people?q=a"] {
            #expect(Href(local: path) != nil, "\(path)")
        }
        for path in ["", "//example.org", "https://example.org", "/\\example.org", "/a\nb", "/ł"] {
            #expect(Href(local: path) == nil, "\(path)")
        }
    }

    @Test(arguments: Backend.available)
    func `a language stays until another is chosen`(on backend: Backend) async throws {
        try await Server.run(on: backend) { server in
            let surfer = Surfer(server)
            try await surfer.open("/wisbech/language/pl?back=/wisbech/sign-in")
            #expect(await surfer.address == "/wisbech/sign-in")
            #expect(await surfer.page.contains("lang=\"pl\""))
            try await surfer.open("/wisbech/language/pl?back=//example.org")
            #expect(await surfer.address == "/wisbech/")
        }
    }

    @Test func `under https cookies are held to the host, and on plain http they are plain`() {
        #expect(CookieJar(isSecure: true).session == "__Host-session")
        #expect(CookieJar(isSecure: false).session == "session")
        #expect(CookieJar(isSecure: true).end("__Host-session").description.contains("Secure"))
    }
}

@Suite struct FormBodyTests {
    @Test func `a form is read as browsers write it`() {
        let body = FormBody(text: "a=1+2&b=%C5%82&b=&c&d=%zz&e=%")
        #expect(body["a"] == "1 2")
        #expect(body.values["b"] == ["ł", ""])
        #expect(body["c"] == "")
        #expect(body["d"] == "%zz")
        #expect(body["e"] == "%")
    }

    @Test func `hours and minutes are one amount`() throws {
        #expect(try FormBody(text: "m-hours=1&m-minutes=30").amount("m") == Minutes(90))
        #expect(try FormBody(text: "m-hours=&m-minutes=45").amount("m") == Minutes(45))
        #expect(throws: FieldRefusal.invalid(field: "m", .missing)) {
            try FormBody(text: "m-hours=&m-minutes=").amount("m")
        }
        #expect(throws: FieldRefusal.invalid(field: "m", .notWhole)) {
            try FormBody(text: "m-hours=1.5&m-minutes=").amount("m")
        }
    }
}
