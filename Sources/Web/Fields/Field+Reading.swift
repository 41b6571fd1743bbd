internal import Ledger
internal import Timebank

// What a body of the API or a form holds in a field, as the type that the operation takes.

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

    /// How many people.
    func count(_ field: Field<Int64>) throws -> Int { try count(field.name) }
    func countIfAny(_ field: Field<Int64>) throws -> Int? {
        try numberIfAny(field.name).map { Int(clamping: $0) }
    }
}

extension FormBody {
    /// As it was typed; empty where it was not.
    func value(_ field: Field<String>) -> String { self[field.name] }
    /// The same, and none where it was left empty.
    func ifAny(_ field: Field<String>) -> String? {
        self[field.name].isEmpty ? nil : self[field.name]
    }

    /// - Throws: a ``Refusal`` where both boxes are empty, and for what is no whole number.
    func value(_ field: Field<Minutes>) throws -> Minutes { try amount(field.name) }
    func ifAny(_ field: Field<Minutes>) throws -> Minutes? { try amountIfAny(field.name) }

    /// - Throws: a ``Refusal`` for none, and for what is no day.
    func value(_ field: Field<Day>) throws -> Day { try day(field.name) }

    /// - Throws: a ``Refusal`` for none, and for what is no id.
    func value<Of>(_ field: Field<ID<Of>>) throws -> ID<Of> { try id(field.name) }

    /// The ids that were ticked; what is no id is left out.
    func value<Of>(_ field: Field<[ID<Of>]>) -> [ID<Of>] {
        all(field.name).compactMap { ID<Of>($0) }
    }

    /// A small whole number; nothing counts as none.
    ///
    /// - Throws: a ``Refusal`` for what is no whole number.
    func count(_ field: Field<Int64>) throws -> Int { try count(field.name) }

    /// - Throws: a ``Refusal`` for none of `yes` and `no`.
    func value(_ field: Field<Bool>) throws -> Bool {
        switch self[field.name] {
        case "yes": return true
        case "no": return false
        default: throw field.refusal(.missing)
        }
    }

    /// - Throws: a ``Refusal`` for none of the words.
    func word<T: RawRepresentable<String>>(_ field: Field<T>) throws -> T {
        guard let word = T(rawValue: self[field.name]) else { throw field.refusal(.missing) }
        return word
    }
}
