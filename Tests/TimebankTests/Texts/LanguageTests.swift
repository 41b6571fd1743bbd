import Ledger
import Testing
import Timebank

@Suite struct LanguageTests {
    @Test(
        arguments: [
            (0, "0 zgłoszeń czeka"), (1, "1 zgłoszenie czeka"), (2, "2 zgłoszenia czekają"),
            (5, "5 zgłoszeń czeka"), (12, "12 zgłoszeń czeka"), (22, "22 zgłoszenia czekają"),
            (101, "101 zgłoszeń czeka"), (112, "112 zgłoszeń czeka"),
            (1_234, "1234 zgłoszenia czekają"),
        ] as [(Int64, String)]
    )
    func `Polish counts with one, few and many`(_ count: Int64, said: String) {
        let facts: [String: Fact] = ["count": .number(count)]
        #expect(Catalogue.text(OrganisationsText.staffWaiting, in: .polish, facts) == said)
    }

    @Test(
        arguments: [
            (.english, 1, .one), (.english, 0, .other), (.english, -1, .one), (.russian, 21, .one),
            (.russian, 11, .many), (.russian, 3, .few), (.lithuanian, 21, .one),
            (.lithuanian, 11, .other), (.lithuanian, 25, .few), (.lithuanian, 30, .other),
            (.latvian, 0, .zero), (.latvian, 11, .zero), (.latvian, 21, .one),
            (.latvian, 22, .other),
            (.welsh, 0, .zero), (.welsh, 2, .two), (.welsh, 3, .few), (.welsh, 6, .many),
            (.welsh, 7, .other), (.hungarian, 2, .other), (.portuguese, 1, .one),
        ] as [(Language, Int64, PluralForm)]
    )
    func `each language has its own plural rules`(
        _ language: Language,
        count: Int64,
        form: PluralForm
    ) {
        #expect(language.pluralForm(of: count) == form)
        #expect(language.pluralForms.contains(form))
    }

    @Test(
        arguments: [
            (0, "0 h", "0 h", "0 h", "0 hours"), (1, "1 min", "1 min", "+1 min", "1 minute"),
            (60, "1 h", "1 h", "+1 h", "1 hour"),
            (65, "1 h 5 min", "1 h 05", "+1 h 05", "1 hour 5 minutes"),
            (210, "3 h 30 min", "3 h 30", "+3 h 30", "3 hours 30 minutes"),
            (-30, "−30 min", "−30 min", "−30 min", "30 minutes below zero"),
            (74_040, "1,234 h", "1,234 h", "+1,234 h", "1,234 hours"),
        ] as [(Int64, String, String, String, String)]
    )
    func `hours are said in English`(
        _ count: Int64,
        full: String,
        short: String,
        signed: String,
        spoken: String
    ) {
        let styles: [(HoursStyle, String)] = [(.full, full), (.short, short), (.signed, signed)]
        for (style, said) in styles {
            let hours = Catalogue.hours(Minutes(count), in: .english, style)
            #expect(hours == said.replacing(" ", with: "\u{A0}"))
        }
        #expect(Catalogue.hours(Minutes(count), in: .english, .spoken) == spoken)
    }

    @Test func `hours are said in Polish`() {
        let said = { Catalogue.hours(Minutes($0), in: .polish, $1) }
        #expect(said(210, .full) == "3\u{A0}godz.\u{A0}30\u{A0}min")
        #expect(said(210, .short) == "3\u{A0}h\u{A0}30")
        #expect(said(132, .spoken) == "2 godziny 12 minut")
        #expect(said(600_000, .full) == "10\u{A0}000\u{A0}godz.")
    }

    @Test func `the largest and the smallest amounts can be said`() {
        for count in [Int64.max, .min] {
            for style in [HoursStyle.full, .short, .signed, .spoken] {
                #expect(!Catalogue.hours(Minutes(count), in: .polish, style).isEmpty)
            }
        }
    }

    @Test func `days are said in words`() throws {
        let day = try #require(Day(iso: "2024-11-21"))
        #expect(Catalogue.day(day, in: .english) == "Thursday 21 November")
        #expect(Catalogue.day(day, in: .polish) == "czwartek, 21 listopada")
        #expect(Catalogue.day(day, in: .english, .short) == "Thu 21 Nov")
        #expect(Catalogue.day(day, in: .polish, .dated) == "21 listopada 2024")
        #expect(Catalogue.day(day, from: day, in: .english) == "today")
        #expect(Catalogue.day(day, from: day.adding(days: 1), in: .polish) == "wczoraj")
        #expect(Catalogue.day(day, from: day.adding(days: 9), in: .english) == "Thu 21 Nov")
        #expect(Catalogue.day(day, from: day.adding(days: 400), in: .english) == "21 November 2024")
    }

    @Test(
        arguments: [
            ("pl", .polish), ("pl-PL,pl;q=0.9,en;q=0.8", .polish), ("en-GB,en;q=0.5", .english),
            ("de,fr;q=0.9", nil), ("", nil), ("hu, pl;q=0.2", .polish),
            ("en;q=0.1, PL;q=0.9", .polish),
            ("pl;q=0", nil), ("*", nil), (";;,,q=", nil), ("pl;q=nan, en;q=9", .polish),
        ] as [(String, Language?)]
    )
    func `a browser's languages are read kindly`(_ header: String, best: Language?) {
        #expect(Language(accepting: header) == best)
    }
}
