internal import Ledger
internal import Timebank

// Reading words of a request body, and hiding a field in a form.

extension BodyFields {
    /// The value of an enumeration, or `nil` when the member is absent.
    ///
    /// - Throws: A ``Refusal`` for a value outside the enumeration.
    func wordIfAny<T: RawRepresentable<String>>(_ field: Field<T>) throws -> T? {
        guard let text = try textIfAny(field.name) else { return nil }
        guard let word = T(rawValue: text) else { throw field.refusal(.unknown) }
        return word
    }
}

extension Hidden {
    /// Makes a hidden input that sends `value` under the name of `field`.
    init<Value>(_ field: Field<Value>, _ value: String) {
        self.init(field.name.text, value)
    }
}
