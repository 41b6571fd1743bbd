package import Ledger

/// The kind of value of a field, from which forms, the API's schema and commands are made.
package enum FieldKind: Sendable {
    /// One line of text, with its range of length in characters.
    case line(ClosedRange<Int>)
    /// Several lines of text, with their range of length in characters.
    case lines(ClosedRange<Int>)
    case email
    case phone
    /// A secret that is not shown while it is typed, with its range of length in characters.
    case password(ClosedRange<Int>)
    /// Whole minutes that one transfer can move: from one to this maximum.
    case minutes(upTo: Minutes)
    /// Whole minutes within a range, which may include zero.
    case amount(ClosedRange<Minutes>)
    /// A whole number within a range.
    case number(ClosedRange<Int64>)
    case flag
    case day
    /// One of these words.
    case choice([String])
    case id
    case slug
    /// A membership number or the id of a member.
    case member
    /// An account by id or by name, such as `pot` or `member:1001-T` (see ``AccountName``).
    case account
    /// A list of values of one kind, with at most this many.
    indirect case list(of: FieldKind, most: Int)
}
