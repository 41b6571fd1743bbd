package import Ledger

/// What a text is filled in with: said in the language of the text, not in that of the program.
package indirect enum Fact: Sendable {
    /// A name or another word that is the same in every language.
    case word(String)
    /// A count, with the language's own separator of thousands.
    case number(Int64)
    /// An amount of minutes, said as hours: `3 h 30 min`.
    case minutes(Minutes)
    /// A day, such as `Thursday 21 November`.
    case day(Day)
    /// Another text of the catalogue, such as the name of a field, with its own facts.
    case text(any Text, [String: Fact] = [:])
}
