package import Ledger

/// What a field holds, as whoever asks for it has to know.
package enum FieldKind: Sendable {
    /// One line of text with so many characters.
    case line(ClosedRange<Int>)
    /// Several lines of text with so many characters.
    case lines(ClosedRange<Int>)
    case email
    case phone
    /// What nobody should read over a shoulder, with so many characters.
    case password(ClosedRange<Int>)
    /// Whole minutes that one transfer moves: from one up to these.
    case minutes(upTo: Minutes)
    /// Whole minutes within bounds, of which zero may be one.
    case amount(ClosedRange<Minutes>)
    /// A whole number within bounds.
    case number(ClosedRange<Int64>)
    case flag
    case day
    /// One of a closed list of words.
    case choice([String])
    case id
    case slug
    /// A membership number or the id of a member.
    case member
    /// A wallet, the pot, or a member by number.
    case account
    /// Several of a kind, no more than these.
    indirect case list(of: FieldKind, most: Int)
}
