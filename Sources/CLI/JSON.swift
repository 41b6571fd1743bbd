internal import Web

/// A JSON document, built in the order in which it is printed.
enum JSON {
    case null
    case flag(Bool)
    case number(Int64)
    case text(String)
    case list([JSON])
    case object([(String, JSON)])
    /// What is JSON already.
    case written(String)

    /// The document on one line.
    var line: String {
        switch self {
        case .null: "null"
        case .flag(let flag): flag ? "true" : "false"
        case .number(let number): "\(number)"
        case .text(let text): Self.quoted(text)
        case .list(let items): "[" + items.map(\.line).joined(separator: ", ") + "]"
        case .object(let fields):
            "{"
                + fields.map { "\(Self.quoted($0.0)): \($0.1.line)" }.joined(separator: ", ")
                + "}"
        case .written(let json): json
        }
    }

    /// What the API shows of a thing, and after it what else the command says.
    ///
    /// What both would say under one name stands there once, as the API says it.
    static func shown(_ thing: some Shaped, and more: [(String, JSON)] = []) -> JSON {
        var fields = thing.fields
        for field in more where !fields.contains(where: { $0.0 == field.0 }) {
            fields.append(field)
        }
        return .object(fields)
    }

    /// A text, or `null` where there is none.
    static func text(ifAny text: String?) -> JSON { text.map { .text($0) } ?? .null }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20:
                quoted +=
                    "\\u00" + (scalar.value < 0x10 ? "0" : "")
                    + String(scalar.value, radix: 16)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension Shaped {
    /// Its members, as the API shows them.
    var fields: [(String, JSON)] { printed.map { ($0.name, .written($0.json)) } }
}
