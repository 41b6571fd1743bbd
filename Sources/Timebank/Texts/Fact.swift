package import Ledger

/// A value for a placeholder in a text, formatted in the language of that text.
package indirect enum Fact: Sendable {
    /// A name or other text that is the same in every language.
    case word(String)
    /// A number, with the language's thousands separator.
    case number(Int64)
    /// An amount of minutes, formatted as hours: `3 h 30 min`.
    case minutes(Minutes)
    /// A date, such as `Thursday 21 November`.
    case day(Day)
    /// Another text of the catalogue, such as the name of a field, with its own facts.
    case text(any Text, [String: Fact] = [:])
}
