import HTTPTypes
import Ledger
import Support
import Testing
import Timebank

@testable import Web

/// What a form must survive: impatience, a line that breaks, another site, and malice.
@Suite struct FormSafetyTests {
    @Test(arguments: Backend.available, Moving.allCases)
    func `a form that moves credits counts once, however often it is sent`(
        on backend: Backend,
        form: Moving
    ) async throws {
        try await Server.run(on: backend) { server in
            let town = server.town
            let surfer = Surfer(server, as: form.role)
            let (action, fields) = try await form.prepare(surfer, in: town)
            let before = try await town.transfers()
            let hidden = await surfer.hidden(in: action)
            let body = (hidden + fields)
                .map { "\(Address.escaped($0))=\(Address.escaped($1))" }.joined(separator: "&")
            let impatient = (0..<4).map { _ in Surfer(server, as: form.role) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for one in impatient { group.addTask { try await one.post(action, body) } }
                try await group.waitForAll()
            }
            let moved = try await town.transfers() - before
            #expect(moved == (form == .enter ? 2 : 1))
            try await surfer.post(action, body)
            #expect(await surfer.status == 303)
            let first = await surfer.headers[.location]
            for one in impatient {
                #expect(await one.status == 303)
                #expect(await one.headers[.location] == first)
            }
            #expect(try await town.transfers() - before == moved)
        }
    }

    @Test(arguments: Backend.available, Moving.allCases)
    func `a form that moves credits is taken from our own pages only`(
        on backend: Backend,
        form: Moving
    ) async throws {
        try await Server.run(on: backend) { server in
            let town = server.town
            let surfer = Surfer(server, as: form.role)
            let (action, fields) = try await form.prepare(surfer, in: town)
            let before = try await town.transfers()
            let hidden = await surfer.hidden(in: action)
            let all = (hidden + fields).map { "\(Address.escaped($0))=\(Address.escaped($1))" }
            let crossing: [HTTPFields] = [
                [.secFetchSite: "cross-site"], [.secFetchSite: "same-site"],
                [.origin: "https://wisbech.example.org"],
            ]
            for headers in crossing {
                try await surfer.post(action, all.joined(separator: "&"), headers: headers)
                #expect(await surfer.status == 403)
            }
            // No header at all, and no token: an old browser led here by another site.
            let bare = all.filter { !$0.hasPrefix("token=") }.joined(separator: "&")
            try await surfer.post(action, bare)
            #expect(await surfer.status == 403)
            // One of ours that has lost its key could count twice, and so does not count.
            let keyless = all.filter { !$0.hasPrefix("key=") }.joined(separator: "&")
            try await surfer.post(action, keyless, headers: [.secFetchSite: "same-origin"])
            #expect([403, 422].contains(await surfer.status))
            #expect(try await town.transfers() == before)
        }
    }

    @Test(arguments: Backend.available, Moving.allCases)
    func `a form that came half does nothing, and the whole one still does`(
        on backend: Backend,
        form: Moving
    ) async throws {
        try await Server.run(on: backend) { server in
            let town = server.town
            let surfer = Surfer(server, as: form.role)
            let (action, fields) = try await form.prepare(surfer, in: town)
            let before = try await town.transfers()
            let hidden = await surfer.hidden(in: action)
            let body = (hidden + fields)
                .map { "\(Address.escaped($0))=\(Address.escaped($1))" }.joined(separator: "&")
            for length in [0, 1, 20, body.count / 4] {
                try await surfer.post(action, String(body.prefix(length)))
                #expect([403, 422].contains(await surfer.status), "\(length)")
            }
            #expect(try await town.transfers() == before)
            try await surfer.post(action, body)
            #expect(await surfer.status == 303)
        }
    }

    @Test(arguments: Backend.available)
    func `a form that is too long, or no form, is refused with a page`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let ada = Surfer(server, as: .ada)
            try await ada.open("/wisbech/give")
            let long = "memo=" + String(repeating: "x", count: 70_000)
            try await ada.post("/wisbech/give", long)
            #expect(await ada.status == 413)
            #expect(await ada.page.hasPrefix("<!doctype html>"))
            let answer = try await server.send(.post, "/wisbech/give", "{}")
            #expect(answer.status == 415)
        }
    }

    @Test(arguments: Backend.available, [1, 2, 3] as [UInt64])
    func `whatever is typed into forms, nothing breaks and nothing is lost`(
        on backend: Backend,
        seed: UInt64
    ) async throws {
        try await Server.run(on: backend) { server in
            var dice = SeededGenerator(seed: seed)
            let town = server.town
            for form in Moving.allCases {
                let surfer = Surfer(server, as: form.role)
                let (action, fields) = try await form.prepare(surfer, in: town)
                let hidden = await surfer.hidden(in: action)
                for _ in 0..<25 {
                    var all = hidden + fields
                    for place in all.indices where Bool.random(using: &dice) {
                        guard all[place].0 != "token" else { continue }
                        all[place].1 = Self.mean(&dice)
                    }
                    all.append((fields.randomElement(using: &dice)?.0 ?? "memo", Self.mean(&dice)))
                    let body = all.map { "\(Address.escaped($0))=\($1)" }.joined(separator: "&")
                    try await surfer.post(action, body)
                    let status = await surfer.status
                    // A till shows what it would accept before it does.
                    let isShown = form == .redeem && status == 200
                    #expect(
                        isShown || [303, 403, 404, 409, 422].contains(status),
                        "\(seed) \(body)"
                    )
                }
            }
        }
    }

    /// A value that somebody could send, as it stands in the body of a form.
    private static func mean(_ dice: inout SeededGenerator) -> String {
        let known = [
            "", "0", "-1", "1e9", "99999999999999999999", "1.5", "%00", "%FF%FE", "%", "%zz",
            "%E2%80%8B", "NaN", "١٢", "2026-13-45", "0001-01-01", "999999-01-01", "pot", "member",
            "<script>", "'%3B--", "..%2F..", "0000000000000", "7ZZZZZZZZZZZZ", "1002-K",
            String(repeating: "9", count: 400), String(repeating: "%F0%9F%95%90", count: 700),
        ]
        return known.randomElement(using: &dice) ?? ""
    }
}
