package import Ledger
package import Timebank

/// The text catalogue in one language, for building page values.
package struct Localizer: Hashable, Sendable {
    package let language: Language

    /// - `language`: The language in which all texts are returned.
    package init(_ language: Language) {
        self.language = language
    }

    /// Returns a text with its placeholders replaced by `facts`.
    package func callAsFunction(_ text: any Text, _ facts: [String: Fact] = [:]) -> String {
        Catalogue.text(text, in: language, facts)
    }

    /// Formats minutes as hours and minutes.
    package func hours(_ minutes: Minutes, _ style: HoursStyle = .full) -> String {
        Catalogue.hours(minutes, in: language, style)
    }

    /// Formats a date.
    package func day(_ day: Day, _ style: DayStyle = .full) -> String {
        Catalogue.day(day, in: language, style)
    }

    /// Formats a date relative to `today`: as today, yesterday or tomorrow, else as a date.
    package func day(_ day: Day, from today: Day) -> String {
        Catalogue.day(day, from: today, in: language)
    }

    /// Formats a month with its year.
    package func month(_ month: Month) -> String { Catalogue.month(month, in: language) }
}
