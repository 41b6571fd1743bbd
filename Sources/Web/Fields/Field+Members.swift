internal import Ledger
internal import Timebank

// Reading and asking for the member that a form or a request body names.

extension Control {
    /// Makes a one-line text control for a membership number.
    static func ask(
        _ field: Field<MemberName>,
        _ words: Localizer,
        _ entered: Entered
    ) -> Control {
        .line(field.name, field.question(words), entered, hint: field.hint(words))
    }
}

extension FormBody {
    /// The member with the membership number that was typed.
    ///
    /// - Throws: A ``Refusal`` when the box is empty or holds no valid membership number.
    func value(_ field: Field<MemberName>) throws -> MemberName {
        guard !isEmpty(field.name) else { throw field.refusal(.missing) }
        guard let number = MemberNumber(self[field.name]) else {
            throw PeopleRefusal.unknownMember(field: field.name)
        }
        return .number(number)
    }
}

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
