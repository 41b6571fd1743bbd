import Ledger
import Testing
import Timebank

@testable import Web

/// A field, whatever it holds, as tests ask what may stand in it.
struct AskedField: Sendable, CustomTestStringConvertible {
    let name: FieldName
    let kind: FieldKind
    let property: Property
    let isAsked: Bool
    /// What the operation makes of a member of a body.
    let rule: @Sendable (JSON) throws -> Void
    var testDescription: String { name.text }

    private init<Value>(
        _ field: Field<Value>,
        _ property: Property,
        _ read: @escaping @Sendable (JSON) -> Value?
    ) {
        name = field.name
        kind = field.kind
        self.property = property
        isAsked = (field.question ?? field.name.label) != nil
        rule = { json in
            guard let value = read(json) else { throw field.refusal(.malformed) }
            _ = try field.checked(value)
        }
    }

    init(_ field: Field<String>) {
        self.init(field, Property(field)) { if case .text(let text) = $0 { text } else { nil } }
    }

    init(_ field: Field<Minutes>) {
        self.init(field, Property(field)) { Self.number($0).map { Minutes($0) } }
    }

    init(_ field: Field<Int64>) {
        self.init(field, Property(field)) { Self.number($0) }
    }

    init<Value: LosslessStringConvertible>(of field: Field<Value>) {
        self.init(field, Property(field)) { Self.value($0) }
    }

    init<Value: LosslessStringConvertible>(of field: Field<[Value]>) {
        self.init(field, Property(field)) { json in
            guard case .list(let items) = json else { return nil }
            return items.compactMap { Self.value($0) }
        }
    }

    private static func number(_ json: JSON) -> Int64? {
        if case .number(.whole(let number)) = json { number } else { nil }
    }

    private static func value<Value: LosslessStringConvertible>(_ json: JSON) -> Value? {
        if case .text(let text) = json { Value(text) } else { nil }
    }

    /// Whether a body may hold something here, and whether the operation takes it.
    func takes(_ json: JSON) -> (schema: Bool, rule: Bool) {
        (
            (try? property.schema.check(json, name)) != nil,
            (try? rule(json)) != nil
        )
    }

    /// What lies just inside the bounds of the field, and just outside.
    var edges: [JSON] {
        switch kind {
        case .line(let length), .lines(let length):
            [length.lowerBound, length.upperBound, length.upperBound + 1]
                .map { .text(String(repeating: "x", count: $0)) }
        case .minutes(let most): [0, 1, most.count, most.count + 1].map(Self.number)
        case .amount(let range):
            [-1, 0, range.upperBound.count, range.upperBound.count + 1].map(Self.number)
        case .number(let range):
            [range.lowerBound - 1, range.lowerBound, range.upperBound, range.upperBound + 1]
                .map(Self.number)
        case .list(_, let most):
            [most, most + 1].map { .list(Array(repeating: .text("0000000000001"), count: $0)) }
        default: []
        }
    }

    private static func number(_ number: Int64) -> JSON { .number(.whole(number)) }
}

extension AskedField {
    private static let earning = [
        AskedField(of: Opportunity.Fields.organisation), AskedField(Opportunity.Fields.title),
        AskedField(Opportunity.Fields.details), AskedField(Opportunity.Fields.place),
        AskedField(Opportunity.Fields.minutes), AskedField(of: Hours.Fields.opportunity),
        AskedField(of: Hours.Fields.member), AskedField(of: Hours.Fields.members),
        AskedField(of: Hours.Fields.date), AskedField(Hours.Fields.minutes),
        AskedField(Hours.Fields.note), AskedField(of: Hours.Fields.hours),
        AskedField(Hours.Fields.given), AskedField(Hours.Fields.exception),
        AskedField(Hours.Fields.reason),
    ]
    private static let giving = [
        AskedField(of: Give.Fields.from), AskedField(of: Give.Fields.to),
        AskedField(Give.Fields.minutes), AskedField(Give.Fields.memo),
        AskedField(of: GrantFromPot.Fields.to), AskedField(GrantFromPot.Fields.minutes),
        AskedField(GrantFromPot.Fields.memo), AskedField(Transfer.Fields.reason),
    ]
    private static let spending = [
        AskedField(of: Offer.Fields.organisation), AskedField(Offer.Fields.title),
        AskedField(Offer.Fields.details), AskedField(Offer.Fields.adult),
        AskedField(Offer.Fields.child), AskedField(of: Redemption.Fields.offer),
        AskedField(Redemption.Fields.adults), AskedField(Redemption.Fields.children),
    ]
    /// What is looked for as it is typed: it may be anything, and nobody may have it.
    private static let searched = [
        AskedField(Redemption.Fields.card), AskedField(Redemption.Fields.guardian),
    ]

    /// Those whose bounds the operation keeps itself.
    static let bounded = earning + giving + spending
    static let all = bounded + searched
}
