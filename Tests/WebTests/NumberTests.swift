import HTTPTypes
import Ledger
import Support
import Testing
import Timebank

@testable import Web

/// Numbers and days as people type them into a form.
@Suite struct NumberTests {
    @Test(arguments: [
        ("1", 60), (" 1 ", 60), ("\t2\u{A0}", 120), ("0", 0), ("007", 420),
        ("999999999", 59_999_999_940),
    ])
    func `digits are a number, with blanks around them or without`(
        typed: String,
        minutes: Int64
    )
        throws
    {
        let form = FormBody(text: "m-hours=\(Address.escaped(typed))&m-minutes=")
        #expect(try form.amount("m") == Minutes(minutes))
        #expect(try form.count("m-hours") == Int(minutes / 60))
    }

    @Test(arguments: [
        "1 1", "1  000", "1\u{A0}000", "1\u{202F}000", "1,000", "1.000", "1'000", "1_000", "1.5",
        "1,5", "1 h 30", "1h", "1:30", "90 min", "+1", "-1", "1e3", "0x1", "１", "½", "one", "1-2",
    ])
    func `what stands between digits is not read over`(typed: String) throws {
        for part in ["hours", "minutes"] {
            let form = FormBody(text: "m-\(part)=\(Address.escaped(typed))")
            #expect(throws: FieldRefusal.invalid(field: "m", .notWhole)) { try form.amount("m") }
        }
        let form = FormBody(text: "adults=\(Address.escaped(typed))")
        #expect(throws: FieldRefusal.invalid(field: "adults", .notWhole)) {
            try form.count("adults")
        }
        let sentence = FieldRefusal.invalid(field: "adults", .notWhole).words(in: .english).sentence
        #expect(sentence.contains("digits only"))
    }

    @Test(arguments: ["1000000000", "99999999999999999999999999"])
    func `too many digits are too much, and the limit is named`(typed: String) {
        let refusal = FieldRefusal.invalid(field: "m", .outOfRange(0...999_999_999))
        #expect(throws: refusal) { try FormBody(text: "m-hours=\(typed)").amount("m") }
        #expect(refusal.words(in: .english).sentence.contains("999,999,999"))
    }

    @Test(arguments: ["2026-11-20", " 2026-11-20 "])
    func `a day is a day, with blanks around it or without`(typed: String) throws {
        let form = FormBody(text: "date=\(Address.escaped(typed))")
        #expect(try form.day("date") == Day(iso: "2026-11-20"))
    }

    @Test(arguments: ["2026-11- 20", "20 26-11-20", "20.11.2026", "2026-11-31", "1 h 30"])
    func `any other day cannot be read`(typed: String) {
        let form = FormBody(text: "date=\(Address.escaped(typed))")
        #expect(throws: FieldRefusal.invalid(field: "date", .malformed)) { try form.day("date") }
    }

    @Test(arguments: ["", "  ", "\t"])
    func `blanks alone are nothing`(typed: String) throws {
        let form = FormBody(
            text: "m-hours=\(Address.escaped(typed))&date=\(Address.escaped(typed))"
        )
        #expect(try form.amountIfAny("m") == nil)
        #expect(throws: FieldRefusal.invalid(field: "date", .missing)) { try form.day("date") }
    }

    @Test(arguments: ["1 1", "1,000", "1.5", "\"1\"", "\"1 1\"", "01", "+1", "1e2"])
    func `the API takes whole numbers and nothing else`(minutes: String) async throws {
        try await Server.run { server in
            let gift = "{\"from\": \"\(server.town.ada.wallet.id)\", \"to\": \"pot\", "
            let answer = try await server.send(
                .post,
                server.path("/transfers"),
                gift + "\"minutes\": \(minutes)}",
                as: .ada,
                key: "k"
            )
            #expect(answer.status == 400, "\(answer.text)")
        }
    }

    @Test(arguments: Backend.available)
    func `a limit that was passed is named on the page and in the API`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let long = String(repeating: "1", count: 41)
            let answer = try await server.send(
                .post,
                server.path("/members"),
                "{\"name\": \"Cy\", \"phone\": \"\(long)\"}",
                as: .coordinator
            )
            #expect(answer.status == 400)
            #expect(
                answer.text.contains("Phone: this is too long. Please shorten it to at most 40")
            )
            let coordinator = Surfer(server, as: .coordinator)
            try await coordinator.open("/wisbech/people/add")
            let fields = [("name", "Cy"), ("email", ""), ("phone", long), ("language", "en")]
            try await coordinator.submit(to: "/wisbech/people/add", fields)
            #expect(await coordinator.status == 422)
            #expect(await coordinator.page.contains("at most 40 characters"))
        }
    }

    @Test(arguments: Backend.available)
    func `staff who look for somebody are told to type two letters`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let worker = Surfer(server, as: .worker)
            for address in ["/wisbech/people", "/wisbech/people?q=", "/wisbech/people?q=A"] {
                try await worker.open(address)
                #expect(await worker.status == 200)
                #expect(await worker.page.contains("name=\"q\""))
                #expect(await worker.page.contains("Type at least two letters"))
            }
            try await worker.open("/wisbech/people?q=Ad")
            #expect(await worker.page.contains("Ada Nowak"))
            #expect(await !worker.page.contains("Type at least two letters"))
            let answer = try await server.send(.get, server.path("/members"), as: .worker)
            #expect(answer.status == 400)
            #expect(answer.text.contains("Search: please type at least 2 characters."))
            #expect(answer.text.contains("/search"))
        }
    }
}
