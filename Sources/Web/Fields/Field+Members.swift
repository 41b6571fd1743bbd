internal import Ledger
internal import Timebank

// Who is meant, as a form asks for them and as a body names them.

extension Control {
    /// The membership number of somebody, in one box.
    static func ask(
        _ field: Field<MemberName>,
        _ words: Voice,
        _ entered: Entered
    ) -> Control {
        .line(field.name, field.question(words), entered, hint: field.hint(words))
    }
}

extension FormBody {
    /// A member by the number that was typed.
    ///
    /// - Throws: a ``Refusal`` for none, and for what could be nobody's number.
    func value(_ field: Field<MemberName>) throws -> MemberName {
        guard !isEmpty(field.name) else { throw field.refusal(.missing) }
        guard let number = MemberNumber(self[field.name]) else {
            throw PeopleRefusal.unknownMember(field: field.name)
        }
        return .number(number)
    }
}

extension BodyFields {
    /// One of a closed list of words, where it may be absent.
    func wordIfAny<T: RawRepresentable<String>>(_ field: Field<T>) throws -> T? {
        guard let text = try textIfAny(field.name) else { return nil }
        guard let word = T(rawValue: text) else { throw field.refusal(.unknown) }
        return word
    }
}

extension Hidden {
    /// What a form sends back in a field without showing it.
    init<Value>(_ field: Field<Value>, _ value: String) {
        self.init(field.name.text, value)
    }
}
