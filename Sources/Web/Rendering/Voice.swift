package import Ledger
package import Timebank

/// The catalogue in one person's language, as a page value speaks it.
package struct Voice: Hashable, Sendable {
    package let language: Language

    /// The catalogue in this language.
    package init(_ language: Language) {
        self.language = language
    }

    /// A text with its facts in place.
    package func callAsFunction(_ text: any Text, _ facts: [String: Fact] = [:]) -> String {
        Catalogue.text(text, in: language, facts)
    }

    /// Minutes as hours.
    package func hours(_ minutes: Minutes, _ style: HoursStyle = .full) -> String {
        Catalogue.hours(minutes, in: language, style)
    }

    /// A day of the calendar.
    package func day(_ day: Day, _ style: DayStyle = .full) -> String {
        Catalogue.day(day, in: language, style)
    }

    /// A day as seen from `today`: today, yesterday, `Thu 21 Nov`.
    package func day(_ day: Day, from today: Day) -> String {
        Catalogue.day(day, from: today, in: language)
    }
}
