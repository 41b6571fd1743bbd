package import Ledger

extension Refusal {
    /// What the refusal says in a person's language.
    ///
    /// - `now`: The moment at which it is said, so that a wait can be given in minutes.
    package func words(in language: Language, at now: Instant? = nil) -> RefusalWords {
        Catalogue.refusal(code, in: language, facts(at: now))
    }

    /// What stands in the braces of its sentence.
    package func facts(at now: Instant? = nil) -> [String: Fact] {
        switch self {
        case .lockedOut(let until):
            now.map { ["minutes": .minutes(Self.minutes(from: $0, to: until))] } ?? [:]
        case .weakPassword: ["length": .number(Int64(NewPassword.lengthMin))]
        case .tooManyRequests(let seconds): ["seconds": .number(seconds)]
        case .invalid(let field, let flaw):
            Self.name(of: field).map { ["field": .text($0), "flaw": .text(flaw.text)] } ?? [:]
        case .giftLimit(let left): ["left": .minutes(left)]
        case .overCeiling(let ceiling): ["ceiling": .minutes(ceiling)]
        case .alreadySpent(let left, let needed), .notEnoughCredits(let left, let needed),
            .allocationUsedUp(let left, let needed), .potEmpty(let left, let needed):
            ["left": .minutes(left), "needed": .minutes(needed)]
        default: [:]
        }
    }

    /// Whole minutes to wait, at least one.
    private static func minutes(from now: Instant, to until: Instant) -> Minutes {
        Minutes(max(1, (now.duration(to: until).components.seconds + 59) / 60))
    }

    /// What people call a field that operations name in their refusals.
    private static func name(of field: String) -> Text? {
        switch field {
        case "login", "email": .fieldLogin
        case "old": .fieldOldPassword
        case "password": .fieldNewPassword
        case "code": .fieldCode
        case "date": .fieldDate
        case "minutes", "hours", "unit": .fieldMinutes
        case "note": .lineNote
        case "number": .fieldNumber
        case "memo": .lineMemo
        case "card": .fieldCard
        case "reason": .fieldReason
        case "name": .fieldName
        case "language": .fieldLanguage
        case "organisation": .fieldOrganisation
        case "slug": .fieldSlug
        case "opportunity": .fieldOpportunity
        case "offer": .fieldOffer
        case "adult": .fieldAdultPrice
        case "child": .fieldChildPrice
        case "adults": .fieldAdults
        case "children": .fieldChildren
        case "to": .fieldTo
        case "from": .fieldFrom
        case "members", "member": .fieldMembers
        case "zone": .fieldTimeZone
        case "role": .postRole
        default: nil
        }
    }
}

extension Refusal.Flaw {
    /// The text that says it of a field.
    fileprivate var text: Text {
        switch self {
        case .missing: .flawMissing
        case .tooLong: .flawTooLong
        case .malformed: .flawMalformed
        case .notWhole: .flawNotWhole
        case .outOfRange: .flawOutOfRange
        case .inTheFuture: .flawInTheFuture
        case .unknown: .flawUnknown
        case .taken: .flawTaken
        }
    }
}
