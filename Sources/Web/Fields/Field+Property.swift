internal import Ledger
internal import Timebank

extension Property {
    /// A field that a body has to have.
    init<Value>(_ field: Field<Value>) {
        self.init(field.name, Schema(field.kind), field.meaning, example: field.json)
    }

    /// A field that a body may leave out, or send as null.
    static func maybe<Value>(_ field: Field<Value>) -> Property {
        .maybe(field.name, Schema(field.kind), field.meaning, example: field.json)
    }
}

extension Field {
    /// Its example as JSON; none where it has none.
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
    /// What a field of a kind may be.
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
