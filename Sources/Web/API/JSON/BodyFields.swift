internal import Ledger
internal import Timebank

/// The members of a request body, validated against its description, by name.
///
/// A member that is `null` counts as absent. An unknown member is refused, so that a misspelt name
/// is not silently ignored. All methods throw ``FieldRefusal/invalid(field:_:)`` for a member that
/// is required and absent, or of another type.
struct BodyFields {
    private let members: [JSON.Member]

    /// No members.
    static let none = BodyFields(members: [])

    /// Validates a JSON value against the description of a body.
    ///
    /// - Throws: ``BadRequest/notAnObject``, or a ``Refusal`` for the first invalid member.
    init(_ json: JSON, of body: Body) throws {
        guard case .object(let members) = json else { throw BadRequest.notAnObject }
        for property in body.members {
            guard let member = members.first(where: { $0.name == property.name }) else {
                if !property.isRequired { continue }
                throw FieldRefusal.invalid(field: property.field, .missing)
            }
            try property.schema.check(member.value, property.field)
        }
        for member in members where !body.members.contains(where: { $0.name == member.name }) {
            throw FieldRefusal.invalid(field: FieldName(String(member.name.prefix(60))), .unknown)
        }
        self.members = members
    }

    private init(members: [JSON.Member]) { self.members = members }

    /// A required text.
    func text(_ name: FieldName) throws -> String { try required(name, textIfAny(name)) }

    /// An optional text.
    func textIfAny(_ name: FieldName) throws -> String? {
        switch self[name] {
        case nil: return nil
        case .text(let text): return text
        default: throw FieldRefusal.invalid(field: name, .malformed)
        }
    }

    /// A required text that is parsed as another type, such as an id or a date.
    func value<T: LosslessStringConvertible>(_ name: FieldName, _ type: T.Type = T.self) throws -> T
    {
        try required(name, valueIfAny(name, type))
    }

    /// An optional text that is parsed as another type.
    func valueIfAny<T: LosslessStringConvertible>(
        _ name: FieldName,
        _ type: T.Type = T.self
    ) throws -> T? {
        guard let text = try textIfAny(name) else { return nil }
        guard let value = T(text) else { throw FieldRefusal.invalid(field: name, .malformed) }
        return value
    }

    /// A required word of a fixed set, such as a role.
    func word<T: RawRepresentable>(_ name: FieldName, _ type: T.Type = T.self) throws -> T
    where T.RawValue == String {
        guard let value = T(rawValue: try text(name)) else {
            throw FieldRefusal.invalid(field: name, .unknown)
        }
        return value
    }

    /// A required whole number.
    func number(_ name: FieldName) throws -> Int64 { try required(name, numberIfAny(name)) }

    /// An optional whole number.
    func numberIfAny(_ name: FieldName) throws -> Int64? {
        switch self[name] {
        case nil: return nil
        case .number(.whole(let number)): return number
        case .number(.huge): throw FieldRefusal.invalid(field: name, .outOfRange(.min ... .max))
        case .number(.broken): throw FieldRefusal.invalid(field: name, .notWhole)
        default: throw FieldRefusal.invalid(field: name, .malformed)
        }
    }

    /// A required number of minutes.
    func minutes(_ name: FieldName) throws -> Minutes { Minutes(try number(name)) }

    /// An optional number of minutes.
    func minutesIfAny(_ name: FieldName) throws -> Minutes? {
        try numberIfAny(name).map { Minutes($0) }
    }

    /// A required count, such as of people.
    func count(_ name: FieldName) throws -> Int { Int(clamping: try number(name)) }

    /// A required Boolean.
    func flag(_ name: FieldName) throws -> Bool { try required(name, flagIfAny(name)) }

    /// An optional Boolean.
    func flagIfAny(_ name: FieldName) throws -> Bool? {
        switch self[name] {
        case nil: return nil
        case .flag(let flag): return flag
        default: throw FieldRefusal.invalid(field: name, .malformed)
        }
    }

    /// A required list of texts, each parsed as another type.
    func list<T: LosslessStringConvertible>(
        _ name: FieldName,
        _ type: T.Type = T.self
    ) throws -> [T] {
        guard case .list(let items)? = self[name] else {
            throw FieldRefusal.invalid(field: name, .missing)
        }
        return try items.map { item in
            guard case .text(let text) = item, let value = T(text) else {
                throw FieldRefusal.invalid(field: name, .malformed)
            }
            return value
        }
    }

    private subscript(_ name: FieldName) -> JSON? {
        guard let found = members.first(where: { $0.name == name.text })?.value, found != .null
        else { return nil }
        return found
    }

    private func required<T>(_ name: FieldName, _ value: T?) throws -> T {
        guard let value else { throw FieldRefusal.invalid(field: name, .missing) }
        return value
    }
}
