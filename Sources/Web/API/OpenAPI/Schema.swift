internal import Ledger
internal import Timebank

/// The type of a JSON value, described in the OpenAPI document and checked in request bodies.
indirect enum Schema: Sendable {
    /// Text with a length in this range, in Unicode scalars.
    case text(ClosedRange<Int>)
    /// An id of thirteen characters.
    case id
    /// An account: its id, `pot`, or `member:` followed by a membership number.
    case account
    /// A membership number or the id of a member.
    case member
    case slug
    case date
    case time
    /// Minutes from 1 to a maximum, as one transfer can move.
    case minutes(upTo: Int64)
    /// A whole number in this range.
    case number(ClosedRange<Int64>)
    case flag
    case word([String])
    case list(Schema, most: Int?)
    case object([Property])
    case named(String)
    case orNull(Schema)

    /// Any 64-bit number of minutes, as in a balance.
    static let balance = Schema.number(.min ... .max)
    /// Minutes that one transfer can move, up to the limit of the ledger.
    static let minutes = Schema.minutes(upTo: Minutes.movable.upperBound.count)
}

extension Schema {
    /// Checks that the value of a member of a body matches the schema.
    ///
    /// - Throws: a ``FieldRefusal`` for the field `field`.
    func check(_ value: JSON, _ field: FieldName) throws {
        switch (self, value) {
        case (.orNull, .null): return
        case (.orNull(let schema), _): try schema.check(value, field)
        case (.text(let length), .text(let text)):
            // JSON Schema counts Unicode scalars; counting bytes first is faster, and enough for
            // most texts.
            if text.utf8.count > length.upperBound, text.unicodeScalars.count > length.upperBound {
                throw FieldRefusal.invalid(field: field, .tooLong(most: length.upperBound))
            }
            if length.lowerBound > 0, text.isEmpty {
                throw FieldRefusal.invalid(field: field, .missing)
            }
        case (.id, .text(let text)): try Self.require(Self.isID(text), field)
        case (.account, .text(let text)): try Self.require(Self.isAccount(text), field)
        case (.member, .text(let text)): try Self.require(MemberName(text) != nil, field)
        case (.slug, .text(let text)): try Self.require(Slug(text) != nil, field)
        case (.date, .text(let text)): try Self.require(Day(text) != nil, field)
        case (.time, .text(let text)): try Self.require(Instant(text) != nil, field)
        case (.minutes(let most), .number(.whole(let number))):
            guard (1...most).contains(number) else {
                throw FieldRefusal.amountOutOfRange(field: field, most: Minutes(most))
            }
        case (.minutes(let most), .number(.huge)):
            throw FieldRefusal.amountOutOfRange(field: field, most: Minutes(most))
        case (.number(let range), .number(.whole(let number))):
            guard range.contains(number) else {
                throw FieldRefusal.invalid(field: field, .outOfRange(range))
            }
        case (.number(let range), .number(.huge)):
            throw FieldRefusal.invalid(field: field, .outOfRange(range))
        case (.minutes, .number(.broken)), (.number, .number(.broken)):
            throw FieldRefusal.invalid(field: field, .notWhole)
        case (.flag, .flag): return
        case (.word(let words), .text(let text)):
            guard words.contains(text) else { throw FieldRefusal.invalid(field: field, .unknown) }
        case (.list(let schema, let most), .list(let items)):
            if let most, items.count > most {
                throw FieldRefusal.invalid(field: field, .tooMany(most: most))
            }
            for item in items { try schema.check(item, field) }
        default: throw FieldRefusal.invalid(field: field, value == .null ? .missing : .malformed)
        }
    }

    /// Whether a text is an id in canonical spelling.
    ///
    /// Other spellings are accepted only where people type ids.
    static func isID(_ text: String) -> Bool {
        Crockford.decode(text).map { Crockford.encode($0) == text } ?? false
    }

    private static func isAccount(_ text: String) -> Bool {
        switch AccountName(text) {
        case .id: isID(text)
        case .member, .pot: true
        default: false
        }
    }

    private static func require(_ isGood: Bool, _ field: FieldName) throws {
        if !isGood { throw FieldRefusal.invalid(field: field, .malformed) }
    }
}
