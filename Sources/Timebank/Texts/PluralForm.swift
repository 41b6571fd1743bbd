/// A plural category of a language.
///
/// The names and rules are those of the Unicode plural rules for whole numbers.
package enum PluralForm: String, CaseIterable, Hashable, Sendable {
    case zero, one, two, few, many, other
}

extension Language {
    /// The plural forms of this language for whole numbers; a counted text must have all of them.
    package var pluralForms: [PluralForm] {
        switch self {
        case .english, .portuguese, .hungarian: [.one, .other]
        case .polish, .russian: [.one, .few, .many]
        case .lithuanian: [.one, .few, .other]
        case .latvian: [.zero, .one, .other]
        case .welsh: [.zero, .one, .two, .few, .many, .other]
        }
    }

    /// The plural form for `count`; a negative number has the form of its absolute value.
    package func pluralForm(of count: Int64) -> PluralForm {
        let whole = count.magnitude
        let ten = whole % 10
        let hundred = whole % 100
        let teen = (11...19).contains(hundred)
        switch self {
        case .english, .portuguese, .hungarian:
            return whole == 1 ? .one : .other
        case .polish:
            if whole == 1 { return .one }
            return (2...4).contains(ten) && !(12...14).contains(hundred) ? .few : .many
        case .russian:
            if ten == 1 && hundred != 11 { return .one }
            return (2...4).contains(ten) && !(12...14).contains(hundred) ? .few : .many
        case .lithuanian:
            if teen || ten == 0 { return .other }
            return ten == 1 ? .one : .few
        case .latvian:
            if teen || ten == 0 { return .zero }
            return ten == 1 ? .one : .other
        case .welsh:
            let forms: [UInt64: PluralForm] = [0: .zero, 1: .one, 2: .two, 3: .few, 6: .many]
            return forms[whole] ?? .other
        }
    }
}
