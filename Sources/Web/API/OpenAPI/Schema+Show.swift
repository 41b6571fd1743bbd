internal import Ledger

extension Schema: Shown {
    /// The pattern of an id: thirteen characters of Crockford's base 32, which hold 63 bits.
    static let idPattern = "^[0-7][0-9A-HJKMNP-TV-Z]{12}$"
    static let slugPattern = "^[a-z][a-z0-9-]{1,39}$"

    func show(to json: inout JSONWriter) {
        if case .orNull(let schema) = self {
            json.object { json in
                json.name("anyOf")
                json.list([schema, nil]) { json, schema in
                    guard let schema else {
                        json.object { $0.member("type", "null") }
                        return
                    }
                    schema.show(to: &json)
                }
            }
            return
        }
        json.object { members(&$0) }
    }

    private func members(_ json: inout JSONWriter) {
        switch self {
        case .text(let length):
            json.member("type", "string")
            if length.lowerBound > 0 { json.member("minLength", Int64(length.lowerBound)) }
            if length.upperBound < .max { json.member("maxLength", Int64(length.upperBound)) }
        case .id: pattern(Self.idPattern, &json)
        case .account:
            pattern(
                "^(pot|member:[0-9A-Za-z._/ -]{1,32}|[0-7][0-9A-HJKMNP-TV-Z]{12})$",
                &json
            )
        case .member: pattern("^[0-9A-Za-z._/][0-9A-Za-z._/ -]{0,31}$", &json)
        case .slug: pattern(Self.slugPattern, &json)
        case .date: format("date", &json)
        case .time: format("date-time", &json)
        case .minutes(let most): range(1...most, &json)
        case .number(let range): self.range(range, &json)
        case .flag: json.member("type", "boolean")
        case .word(let words):
            json.member("type", "string")
            json.name("enum")
            json.list(words) { $0.text($1) }
        case .list(let schema, let most):
            json.member("type", "array")
            json.member("items", shown: schema)
            if let most { json.member("maxItems", Int64(most)) }
        case .object(let properties): Self.object(properties, isClosed: false, &json)
        case .named(let name): json.member("$ref", "#/components/schemas/\(name)")
        case .orNull: break
        }
    }

    private func pattern(_ pattern: String, _ json: inout JSONWriter) {
        json.member("type", "string")
        json.member("pattern", pattern)
    }

    private func format(_ format: String, _ json: inout JSONWriter) {
        json.member("type", "string")
        json.member("format", format)
    }

    private func range(_ range: ClosedRange<Int64>, _ json: inout JSONWriter) {
        json.member("type", "integer")
        json.member("format", "int64")
        if range.lowerBound > .min { json.member("minimum", range.lowerBound) }
        if range.upperBound < .max { json.member("maximum", range.upperBound) }
    }

    /// Writes the members of an object's schema; a closed object allows no other members.
    static func object(
        _ properties: [Property],
        isClosed: Bool,
        _ json: inout JSONWriter
    ) {
        json.member("type", "object")
        json.name("properties")
        json.object { json in
            for property in properties {
                json.name(any: property.name)
                property.show(to: &json)
            }
        }
        let required = properties.filter(\.isRequired).map(\.name)
        if !required.isEmpty {
            json.name("required")
            json.list(required) { $0.text($1) }
        }
        if isClosed { json.member("additionalProperties", false) }
    }
}

extension Property: Shown {
    /// Writes the schema, together with the description if there is one.
    func show(to json: inout JSONWriter) {
        guard !about.isEmpty else {
            schema.show(to: &json)
            return
        }
        json.object { json in
            json.member("description", about)
            json.name("allOf")
            json.list([schema]) { $1.show(to: &$0) }
        }
    }
}

extension JSON: Shown {
    func show(to json: inout JSONWriter) {
        switch self {
        case .null: json.null()
        case .flag(let flag): json.flag(flag)
        case .number(.whole(let number)): json.number(number)
        case .number: json.null()
        case .text(let text): json.text(text)
        case .list(let items): json.list(items) { $1.show(to: &$0) }
        case .object(let members):
            json.object { json in
                for member in members {
                    json.name(any: member.name)
                    member.value.show(to: &json)
                }
            }
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
    init(stringLiteral text: String) { self = .text(text) }
    init(integerLiteral number: Int64) { self = .number(.whole(number)) }
    init(booleanLiteral flag: Bool) { self = .flag(flag) }
    init(arrayLiteral items: JSON...) { self = .list(items) }
}
