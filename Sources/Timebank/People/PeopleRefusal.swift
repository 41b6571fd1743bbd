internal import Ledger

/// Refusals about members, guardians and membership numbers.
package enum PeopleRefusal: Refusal {
    case memberLeft(field: FieldName)
    case unknownMember(field: FieldName)
    /// Nobody has the name that was typed.
    case nobodyFound(field: FieldName)
    /// Several members have the name that was typed, or begin with it.
    case severalMembers(FoundMembers)
    case mistypedNumber(field: FieldName)
    case notGuardian
    /// The new member may be this existing one; nil if the actor may not know who it is.
    case memberAlike(PossibleDuplicate?)

    package static let samples: [Self] = [
        .memberLeft(field: Member.Fields.member.name),
        .unknownMember(field: Member.Fields.member.name),
        .nobodyFound(field: Member.Fields.member.name),
        .severalMembers(FoundMembers(Member.Fields.member.name, typed: "Ada", [])),
        .mistypedNumber(field: Member.Fields.number.name), .notGuardian, .memberAlike(nil),
    ]

    package var code: String {
        switch self {
        case .memberLeft: "member-left"
        case .unknownMember: "unknown-member"
        case .nobodyFound: "nobody-found"
        case .severalMembers: "several-members"
        case .mistypedNumber: "mistyped-number"
        case .notGuardian: "not-guardian"
        case .memberAlike: "member-alike"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .memberLeft, .unknownMember, .nobodyFound, .severalMembers, .mistypedNumber,
            .notGuardian:
            .impossible
        case .memberAlike: .conflict
        }
    }

    package var field: FieldName? {
        switch self {
        case .memberLeft(let field), .unknownMember(let field), .nobodyFound(let field),
            .mistypedNumber(let field):
            field
        case .severalMembers(let found): found.field
        case .notGuardian: AddGuardian.Fields.guardian.name
        default: nil
        }
    }

    package var facts: [RefusalFact] {
        switch self {
        case .memberAlike(let alike?):
            [
                .shown("member", .word(alike.member.description)),
                .shown("name", .word(alike.name)), .shown("number", .word(alike.number)),
            ]
        default: []
        }
    }
}
