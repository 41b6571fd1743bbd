import Ledger
import Testing
import Timebank

@Suite struct RefusalWordsTests {
    @Test func `a refusal says what is needed and what there is`() {
        let refusal = Refusal.notEnoughCredits(left: Minutes(90), needed: .hours(2))
        #expect(
            refusal.words(in: .english).sentence.replacing("\u{A0}", with: " ")
                == "That needs 2 h and there is 1 h 30 min. Choose less, or ask someone to share."
        )
    }

    @Test(arguments: Refusal.Flaw.allCases)
    func `what is wrong with a field names the field`(_ flaw: Refusal.Flaw) {
        let sentence = Refusal.invalid(field: "date", flaw).words(in: .english).sentence
        #expect(sentence.hasPrefix("Day: "))
        #expect(!sentence.contains("{"))
    }

    @Test func `a field that people never see is not named`() {
        let words = Refusal.invalid(field: "fingerprint", .malformed).words(in: .polish)
        #expect(
            words.sentence == "Czegoś brakuje albo nie da się tego odczytać. Wypełnij jeszcze raz."
        )
    }

    @Test func `a wait is said in whole minutes`() {
        let now = Instant(milliseconds: 0)
        let refusal = Refusal.lockedOut(until: now + .seconds(61))
        #expect(refusal.words(in: .english, at: now).sentence.contains("Wait 2\u{A0}min"))
        #expect(!refusal.words(in: .english).sentence.contains("{"))
    }
}
