import Ledger
import Testing
import Timebank

@testable import Lending

@Suite struct RefusalWordsTests {
    @Test func `a refusal says what is needed and what there is`() {
        let refusal = AccountsRefusal.notEnoughCredits(left: Minutes(90), needed: .hours(2))
        #expect(
            refusal.words(in: .english).sentence.replacing("\u{A0}", with: " ")
                == "That needs 2 h and there is 1 h 30 min. Choose less, or ask someone to share."
        )
    }

    @Test func `a refusal of a part says who has what was asked for, where that is known`() {
        let known = LendingRefusal.alreadyLent(to: "1002-V")
        let unknown = LendingRefusal.alreadyLent(to: nil)
        #expect(
            known.words(in: .english).sentence
                == "Member 1002-V has it now. Ask them when they bring it back."
        )
        #expect(unknown.words(in: .english).sentence.hasPrefix("Another member has it now."))
        #expect(known.words(in: .polish).sentence.contains("1002-V"))
    }

    private static let flaws: [(Flaw, [String])] = [
        (.missing, []), (.tooShort(least: 2), ["2"]), (.tooLong(most: 40), ["40"]),
        (.tooMany(most: 200), ["200"]), (.malformed, []), (.notWhole, ["15"]),
        (.outOfRange(3...1_000), ["3", "1,000"]),
        (.amountOutOfRange(.zero...Minutes(90)), ["0", "30 min"]), (.inTheFuture, []),
        (.tooLongAgo, []), (.unknown, []), (.taken, []),
    ]

    @Test(arguments: flaws)
    func `what is wrong with a field names the field and its limit`(
        _ flaw: Flaw,
        limits: [String]
    ) {
        for (language, field) in [(Language.english, "Day: "), (.polish, "Dzień: ")] {
            let said = Hours.Fields.date.refusal(flaw).words(in: language).sentence
                .replacing("\u{A0}", with: " ")
            #expect(said.hasPrefix(field), "\(said)")
            #expect(!said.contains("{"))
            for limit in limits {
                let plain = language == .polish ? limit.filter { $0 != "," } : limit
                #expect(said.replacing("1 000", with: "1000").contains(plain), "\(said)")
            }
        }
    }

    @Test func `a field that people never see is called what it is called in the API`() {
        let words = FieldRefusal.invalid(field: "fingerprint", .malformed).words(in: .polish)
        #expect(words.sentence == "fingerprint: nie da się tego odczytać. Wpisz jeszcze raz.")
    }

    @Test func `a field that is a question has no colon after its mark`() {
        let earns = FieldName("earns", OrganisationsText.addOrganisationEarns)
        for language in [Language.english, .polish] {
            let said = FieldRefusal.invalid(field: earns, .missing).words(in: language).sentence
            #expect(said.contains("? ") && !said.contains("?:"), "\(said)")
        }
    }

    @Test func `an amount says the most that it may be`() {
        let most = FieldRefusal.amountOutOfRange(field: "minutes", most: .hours(24))
        for language in [Language.english, .polish] {
            #expect(most.words(in: language).sentence.contains("24\u{A0}"))
        }
    }

    @Test func `a wait is said in whole minutes`() {
        let now = Instant(milliseconds: 0)
        let refusal = SigningInRefusal.lockedOut(until: now + .seconds(61))
        #expect(refusal.words(in: .english, at: now).sentence.contains("Wait 2\u{A0}min"))
        #expect(!refusal.words(in: .english).sentence.contains("{"))
    }
}
