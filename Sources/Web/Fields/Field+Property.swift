internal import Ledger
internal import Timebank

extension Property {
    /// Makes a required property of a request body.
    init<Value>(_ field: Field<Value>) {
        self.init(field.name, Schema(field.kind), field.meaning, example: field.json)
    }

    /// Makes an optional property of a request body; `null` counts as absent.
    static func maybe<Value>(_ field: Field<Value>) -> Property {
        .maybe(field.name, Schema(field.kind), field.meaning, example: field.json)
    }
}

extension Field {
    /// The example value as JSON; `nil` when the field has none.
    fileprivate var json: JSON? {
        if example.isEmpty { return nil }
        return switch kind {
        case .minutes, .amount, .number: Int64(example).map { .number(.whole($0)) }
        case .flag: .flag(example == "yes")
        case .list: .list(example.split(separator: ", ").map { .text(String($0)) })
        default: .text(example)
        }
    }
}

extension Schema {
    /// Makes the JSON schema of a kind of field.
    init(_ kind: FieldKind) {
        self =
            switch kind {
            case .line(let length), .lines(let length), .password(let length): .text(length)
            case .email: .text(0...254)
            case .phone: .text(0...40)
            case .minutes(let most): .minutes(upTo: most.count)
            case .amount(let range): .number(range.lowerBound.count...range.upperBound.count)
            case .number(let range): .number(range)
            case .flag: .flag
            case .day: .date
            case .choice(let words): .word(words)
            case .id: .id
            case .slug: .slug
            case .member: .member
            case .account: .account
            case .list(let kind, let most): .list(Schema(kind), most: most)
            }
    }
}
