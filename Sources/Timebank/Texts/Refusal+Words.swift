package import Ledger

extension Refusal {
    /// What the refusal says in a person's language.
    ///
    /// - `now`: The moment at which it is said, so that a wait can be given in minutes.
    package func words(in language: Language, at now: Instant? = nil) -> RefusalWords {
        Catalogue.refusal(wordsCode, in: language, facts(in: language, at: now))
    }

    /// Under which code its words stand; some are told in other words to whom less is told.
    private var wordsCode: String {
        switch self {
        case .doesNotFit: RefusalText.doesNotFit.rawValue
        case .memberAlike(nil): RefusalText.memberAlikeHidden.rawValue
        case .memberAlike(let alike?) where alike.likeness == .nameAndPhone:
            RefusalText.memberAlikeByName.rawValue
        default: code
        }
    }

    /// What stands in the braces of its sentence.
    private func facts(in language: Language, at now: Instant?) -> [String: Fact] {
        switch self {
        case .lockedOut(let until), .tooManyCards(let until):
            now.map { ["minutes": .minutes(Self.minutes(from: $0, to: until))] } ?? [:]
        case .weakPassword: ["length": .number(Int64(NewPassword.lengthMin))]
        case .tooManyRequests(let seconds): ["seconds": .number(seconds)]
        case .invalid(let field, let flaw):
            // What people never see on a page has the name that it has in the API.
            [
                "field": Self.name(of: field).map { .text($0) } ?? .word(field),
                "flaw": .word(flaw.words(in: language)),
            ]
        case .amountOutOfRange(_, let most): ["most": .minutes(most)]
        case .giftLimit(let left): ["left": .minutes(left)]
        case .overCeiling(let ceiling): ["ceiling": .minutes(ceiling)]
        case .alreadySpent(let left, let needed), .notEnoughCredits(let left, let needed),
            .allocationUsedUp(let left, let needed), .potEmpty(let left, let needed):
            ["left": .minutes(left), "needed": .minutes(needed)]
        case .doesNotFit(let part?):
            [
                "adults": .number(Int64(part.adults)), "children": .number(Int64(part.children)),
            ]
        case .moreThanADay(let day): ["day": .minutes(day)]
        case .memberAlike(let alike?):
            ["name": .word(alike.name), "number": .word(alike.number)]
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
        case "name", "title": .fieldName
        case "phone": .fieldPhone
        case "details": .fieldAbout
        case "place": .fieldPlace
        case "contact": .contactWords
        case "search": .fieldSearch
        case "guardian": .fieldGuardian
        case "credit": .rulesCredit
        case "mutual-limit": .rulesLimit
        case "ceiling": .rulesCeiling
        case "newcomer-days": .rulesNewDays
        case "newcomer-gifts": .rulesNewGifts
        case "rounding": .rulesRounding
        case "expiry-days", "expiryDays": .rulesExpiry
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
    /// What it says of a field, with the limit where there is one.
    fileprivate func words(in language: Language) -> String {
        func said(_ text: Text, _ facts: [String: Fact] = [:]) -> String {
            Catalogue.text(text, in: language, facts)
        }
        return switch self {
        case .missing: said(.flawMissing)
        case .tooShort(let least): said(.flawTooShort, ["least": .number(Int64(least))])
        case .tooLong(let most): said(.flawTooLong, ["most": .number(Int64(most))])
        case .tooMany(let most): said(.flawTooMany, ["most": .number(Int64(most))])
        case .malformed: said(.flawMalformed)
        case .notWhole: said(.flawNotWhole)
        case .outOfRange(let range):
            said(
                .flawOutOfRange,
                ["least": .number(range.lowerBound), "most": .number(range.upperBound)]
            )
        case .amountOutOfRange(let range):
            said(
                .flawOutOfRange,
                ["least": .minutes(range.lowerBound), "most": .minutes(range.upperBound)]
            )
        case .inTheFuture: said(.flawInTheFuture)
        case .tooLongAgo: said(.flawTooLongAgo)
        case .unknown: said(.flawUnknown)
        case .taken: said(.flawTaken)
        case .withoutEffect: said(.flawWithoutEffect)
        }
    }
}
