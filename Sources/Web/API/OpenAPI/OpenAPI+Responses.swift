internal import HTTPTypes
internal import Ledger

extension OpenAPI {
    /// Writes the possible responses of a call: the successful one, and each error status.
    static func responses(_ endpoint: Endpoint, _ json: inout JSONWriter) {
        let about = endpoint.about
        json.name(any: "\(endpoint.status.code)")
        json.object { json in
            json.member("description", about.success == .made ? "It was made." : "It was done.")
            json.name("headers")
            json.object { json in
                header("X-Request-Id", &json)
                if about.key != .none { header("Idempotency-Replayed", &json) }
            }
            guard let shown = endpoint.shown else { return }
            json.name("content")
            json.object { json in
                json.name("application/json")
                json.object { $0.member("schema", shown: shown) }
            }
        }
        for code in problems(of: endpoint) {
            json.name(any: "\(code)")
            json.object { $0.member("$ref", "#/components/responses/problem\(code)") }
        }
    }

    /// The error statuses with which a call may be answered, in ascending order.
    static func problems(of endpoint: Endpoint) -> [Int] {
        let about = endpoint.about
        var codes: Set<Int> = [401, 429, 500, 503]
        if about.isList || about.isOfMonth || about.body != nil || about.key != .none {
            codes.insert(400)
        }
        if about.body != nil { codes.formUnion([413, 415]) }
        if !endpoint.parameters.isEmpty {
            codes.formUnion([403, 404])
            if endpoint.verb != .get { codes.formUnion([409, 422]) }
        }
        return codes.union(about.problems).sorted()
    }

    private static func header(_ name: StaticString, _ json: inout JSONWriter) {
        json.name(name)
        json.object { $0.member("$ref", "#/components/headers/\(name)") }
    }

    /// Writes the components to which the calls refer.
    static func components(_ schemas: [NamedSchema], _ json: inout JSONWriter) {
        json.name("securitySchemes")
        json.object { json in
            json.name("bearer")
            json.object { json in
                json.member("type", "http")
                json.member("scheme", "bearer")
                json.member("description", "A token from `POST \(Routes.tokens.pattern)`; 30 days.")
            }
        }
        json.name("parameters")
        json.object { parameters(&$0) }
        json.name("headers")
        json.object { headers(&$0) }
        json.name("schemas")
        json.object { json in
            for named in schemas {
                json.name(any: named.name)
                named.schema.show(to: &json)
            }
        }
        json.name("responses")
        json.object { json in
            for (code, words) in problems {
                json.name(any: "problem\(code)")
                json.object { problem(code, words, &$0) }
            }
        }
    }

    private static let problems: [(Int, String)] = [
        (400, "The request cannot be read, or a field is wrong."),
        (401, "There is no token, or it is not good any more."),
        (403, "Your role does not include it, or https is missing."),
        (404, "There is no such thing, or it is not yours to see."),
        (409, "It was done already, or the same key is still being worked on."),
        (413, "The body is too long."),
        (415, "The body is not JSON."),
        (422, "A rule of the network says no."),
        (429, "Too much was asked in too short a time."),
        (500, "A fault of ours; `instance` names it in our log."),
        (503, "Not now, or it is in doubt whether it was done: ask again with the same key."),
    ]

    private static func problem(_ code: Int, _ words: String, _ json: inout JSONWriter) {
        json.member("description", words)
        json.name("headers")
        json.object { json in
            header("X-Request-Id", &json)
            if code == 429 || code == 503 { header("Retry-After", &json) }
            if code == 401 { header("WWW-Authenticate", &json) }
        }
        json.name("content")
        json.object { json in
            json.name("application/problem+json")
            json.object { $0.member("schema", shown: Schema.named("Problem")) }
        }
    }

    private static func headers(_ json: inout JSONWriter) {
        for (name, words) in [
            ("X-Request-Id", "The request's id, as in our log."),
            ("Idempotency-Replayed", "`true` when the request was carried out earlier."),
            ("Retry-After", "After how many seconds to ask again."),
            ("WWW-Authenticate", "`Bearer`."),
        ] {
            json.name(any: name)
            json.object { json in
                json.member("description", words)
                json.name("schema")
                json.object { $0.member("type", "string") }
            }
        }
    }

    private static func parameters(_ json: inout JSONWriter) {
        parameter("limit", named: "limit", in: "query", "How many items.", &json) { json in
            Schema.number(1...200).show(to: &json)
        }
        parameter(
            "after",
            named: "after",
            in: "query",
            "Where the last stretch said `next`.",
            &json
        ) { json in Schema.id.show(to: &json) }
        parameter(
            "search",
            named: "search",
            in: "query",
            "Whole words of a name, or the beginning of one or of a number.",
            &json
        ) { json in Schema.text(0...About.searchMost).show(to: &json) }
        parameter(
            "month",
            named: "month",
            in: "query",
            "A month in the network's time zone, such as 2026-11; by default the current one.",
            &json
        ) { json in Schema.text(7...7).show(to: &json) }
        for (name, isRequired) in [("key", true), ("optionalKey", false)] {
            parameter(
                name,
                named: "Idempotency-Key",
                in: "header",
                isRequired: isRequired,
                "1 to 255 visible ASCII characters, remembered for 30 days.",
                &json
            ) { json in
                json.object { json in
                    json.member("type", "string")
                    json.member("pattern", "^[!-~]{1,255}$")
                }
            }
        }
    }

    private static func parameter(
        _ component: String,
        named name: String,
        in place: String,
        isRequired: Bool = false,
        _ words: String,
        _ json: inout JSONWriter,
        schema: (inout JSONWriter) -> Void
    ) {
        json.name(any: component)
        json.object { json in
            json.member("name", name)
            json.member("in", place)
            json.member("required", isRequired)
            json.member("description", words)
            json.name("schema")
            schema(&json)
        }
    }
}
