internal import Ledger
internal import Timebank

/// Generates the OpenAPI 3.1 document from the declarations of the calls.
enum OpenAPI {
    /// The document for the calls of these parts, as JSON.
    static func document(of parts: [WebPart]) -> [UInt8] {
        var json = JSONWriter(room: 65_536)
        json.object { json in
            json.member("openapi", "3.1.0")
            json.name("info")
            json.object { info(&$0) }
            json.name("servers")
            json.list([""]) { json, _ in json.object { $0.member("url", "/") } }
            json.name("tags")
            json.list(parts.headings) { json, heading in
                json.object { $0.member("name", heading) }
            }
            json.name("paths")
            json.object { paths(parts.endpoints, &$0) }
            json.name("components")
            json.object { components(parts.schemas, &$0) }
        }
        return json.bytes
    }

    private static func info(_ json: inout JSONWriter) {
        json.member("title", "Commonhour")
        json.member("version", "1")
        json.member(
            "description",
            """
            Time Credits networks and time banks. Amounts are whole minutes, ids are thirteen \
            characters, times are RFC 3339 in UTC. What is not yours to see answers like what does \
            not exist. A write that moves credits needs an `Idempotency-Key`: send it again with \
            the same key and it counts once; keys that sort in the order of time are quickest.
            """
        )
        json.name("license")
        json.object { json in
            json.member("name", "Apache 2.0")
            json.member("identifier", "Apache-2.0")
        }
    }

    private static func paths(_ endpoints: [Endpoint], _ json: inout JSONWriter) {
        var seen: Set<String> = []
        for first in endpoints where seen.insert(first.path).inserted {
            json.name(any: first.path)
            json.object { json in
                if !first.parameters.isEmpty {
                    json.name("parameters")
                    json.list(first.parameters) { parameter($1, &$0) }
                }
                for endpoint in endpoints where endpoint.path == first.path {
                    json.name(any: endpoint.verb.rawValue)
                    json.object { operation(endpoint, &$0) }
                }
            }
        }
    }

    private static func parameter(_ parameter: PathParameter, _ json: inout JSONWriter) {
        json.object { json in
            json.member("name", parameter.name)
            json.member("in", "path")
            json.member("required", true)
            json.member("schema", shown: parameter.schema)
        }
    }

    private static func operation(_ endpoint: Endpoint, _ json: inout JSONWriter) {
        let about = endpoint.about
        json.member("operationId", about.id)
        json.name("tags")
        json.list([endpoint.heading]) { $0.text($1) }
        json.member("summary", about.summary)
        if !about.more.isEmpty { json.member("description", about.more) }
        json.name("security")
        json.list(about.isOpen ? [] : ["bearer"]) { json, name in
            json.object { json in
                json.name(any: name)
                json.list([String]()) { $0.text($1) }
            }
        }
        let references =
            (about.isList ? ["limit", "after"] : []) + (about.isSearch ? ["search"] : [])
            + (about.isOfMonth ? ["month"] : [])
            + (about.key == .none ? [] : [about.key == .required ? "key" : "optionalKey"])
        if !references.isEmpty {
            json.name("parameters")
            json.list(references) { json, name in
                json.object { $0.member("$ref", "#/components/parameters/\(name)") }
            }
        }
        if let body = about.body {
            json.name("requestBody")
            json.object { self.body(body, &$0) }
        }
        json.name("responses")
        json.object { responses(endpoint, &$0) }
    }

    private static func body(_ body: Body, _ json: inout JSONWriter) {
        json.member("required", body.isRequired)
        json.name("content")
        json.object { json in
            json.name("application/json")
            json.object { json in
                json.name("schema")
                json.object { Schema.object(body.members, isClosed: true, &$0) }
                let shown = body.members.filter { $0.example != nil }
                guard !shown.isEmpty,
                    body.members.allSatisfy({ !$0.isRequired || $0.example != nil })
                else { return }
                json.name("example")
                json.object { json in
                    for member in shown {
                        json.name(any: member.name)
                        member.example?.show(to: &json)
                    }
                }
            }
        }
    }
}
