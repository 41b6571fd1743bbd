internal import Ledger
internal import Timebank

// Typed access to the fields of a JSON request body and of a submitted form. Each method reads the
// field by name and converts it to the type that the operation takes.

extension BodyFields {
    func value(_ field: Field<String>) throws -> String { try text(field.name) }
    func ifAny(_ field: Field<String>) throws -> String? { try textIfAny(field.name) }

    func value(_ field: Field<Minutes>) throws -> Minutes { try minutes(field.name) }
    func ifAny(_ field: Field<Minutes>) throws -> Minutes? { try minutesIfAny(field.name) }

    func value(_ field: Field<Int64>) throws -> Int64 { try number(field.name) }
    func ifAny(_ field: Field<Int64>) throws -> Int64? { try numberIfAny(field.name) }

    func value(_ field: Field<Bool>) throws -> Bool { try flag(field.name) }
    func ifAny(_ field: Field<Bool>) throws -> Bool? { try flagIfAny(field.name) }

    func value<T: LosslessStringConvertible>(_ field: Field<T>) throws -> T {
        try value(field.name)
    }
    func ifAny<T: LosslessStringConvertible>(_ field: Field<T>) throws -> T? {
        try valueIfAny(field.name)
    }

    func word<T: RawRepresentable<String>>(_ field: Field<T>) throws -> T { try word(field.name) }

    func value<T: LosslessStringConvertible>(_ field: Field<[T]>) throws -> [T] {
        try list(field.name)
    }

    /// The number of people, clamped to `Int`.
    func count(_ field: Field<Int64>) throws -> Int { try count(field.name) }
    func countIfAny(_ field: Field<Int64>) throws -> Int? {
        try numberIfAny(field.name).map { Int(clamping: $0) }
    }
}

extension FormBody {
    /// The text as it was typed; empty when the field was not sent.
    func value(_ field: Field<String>) -> String { self[field.name] }
    /// The text as it was typed; `nil` when it is empty or was not sent.
    func ifAny(_ field: Field<String>) -> String? {
        self[field.name].isEmpty ? nil : self[field.name]
    }

    /// - Throws: A ``Refusal`` when both boxes are empty or one holds no whole number.
    func value(_ field: Field<Minutes>) throws -> Minutes { try amount(field.name) }
    func ifAny(_ field: Field<Minutes>) throws -> Minutes? { try amountIfAny(field.name) }

    /// - Throws: A ``Refusal`` when the field is empty or holds no date.
    func value(_ field: Field<Day>) throws -> Day { try day(field.name) }

    /// - Throws: A ``Refusal`` when the field is empty or holds no id.
    func value<Of>(_ field: Field<ID<Of>>) throws -> ID<Of> { try id(field.name) }

    /// The ids of the ticked boxes; values that are no ids are ignored.
    func value<Of>(_ field: Field<[ID<Of>]>) -> [ID<Of>] {
        all(field.name).compactMap { ID<Of>($0) }
    }

    /// The whole number that was typed; an empty field counts as 0.
    ///
    /// - Throws: A ``Refusal`` when the field holds no whole number.
    func count(_ field: Field<Int64>) throws -> Int { try count(field.name) }

    /// - Throws: A ``Refusal`` for any value but `yes` and `no`.
    func value(_ field: Field<Bool>) throws -> Bool {
        switch self[field.name] {
        case "yes": return true
        case "no": return false
        default: throw field.refusal(.missing)
        }
    }

    /// - Throws: A ``Refusal`` for a value outside the enumeration.
    func word<T: RawRepresentable<String>>(_ field: Field<T>) throws -> T {
        guard let word = T(rawValue: self[field.name]) else { throw field.refusal(.missing) }
        return word
    }
}
