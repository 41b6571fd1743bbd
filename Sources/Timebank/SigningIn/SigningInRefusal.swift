package import Ledger

/// Refusals about sign-ins, codes and passwords.
package enum SigningInRefusal: Refusal {
    case wrongSignIn
    case lockedOut(until: Instant)
    case codeInvalid
    case weakPassword
    case loginTaken

    package static let samples: [Self] = [
        .wrongSignIn, .lockedOut(until: Instant(microseconds: 0)), .codeInvalid, .weakPassword,
        .loginTaken,
    ]

    package var code: String {
        switch self {
        case .wrongSignIn: "wrong-sign-in"
        case .lockedOut: "locked-out"
        case .codeInvalid: "code-invalid"
        case .weakPassword: "weak-password"
        case .loginTaken: "login-taken"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .wrongSignIn: .nobody
        case .lockedOut: .tooOften
        case .codeInvalid, .weakPassword: .impossible
        case .loginTaken: .conflict
        }
    }

    package var field: FieldName? {
        switch self {
        case .codeInvalid: UseCode.Fields.code.name
        case .weakPassword: NewPassword.Fields.password.name
        case .loginTaken: UseCode.Fields.login.name
        case .wrongSignIn, .lockedOut: nil
        }
    }

    package var facts: [RefusalFact] {
        switch self {
        case .weakPassword: [.said("length", .number(Int64(NewPassword.lengthMin)))]
        default: []
        }
    }

    package var wait: RefusalWait? {
        switch self {
        case .lockedOut(let until): .until(until)
        default: nil
        }
    }
}
