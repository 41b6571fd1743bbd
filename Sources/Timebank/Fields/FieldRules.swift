internal import Ledger

/// Checks of what people type, each a refusal that names its field.
enum FieldRules {
    /// Text without blanks around it, of an allowed length, without control characters and signs
    /// that nobody sees (``Swift/String/written``); one that shows nothing counts as missing.
    static func text(
        _ field: FieldName,
        _ value: String,
        _ length: ClosedRange<Int>
    ) throws
        -> String
    {
        if isPlain(value, length) { return value }
        let text = value.written.trimmed
        guard text.count >= length.lowerBound, length.lowerBound == 0 || text.showsSomething else {
            throw FieldRefusal.invalid(field: field, .missing)
        }
        guard text.count <= length.upperBound, text.utf8.count <= length.upperBound * 4 else {
            throw FieldRefusal.invalid(field: field, .tooLong(most: length.upperBound))
        }
        let isControl: (Unicode.Scalar) -> Bool = {
            $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\r" && $0 != "\t"
        }
        guard !text.unicodeScalars.contains(where: isControl) else {
            throw FieldRefusal.invalid(field: field, .malformed)
        }
        return text
    }

    /// Whether a text is visible ASCII of an allowed length without blanks around it, as most are;
    /// then there is nothing more to ask.
    private static func isPlain(_ text: String, _ length: ClosedRange<Int>) -> Bool {
        let bytes = text.utf8
        return length.contains(bytes.count) && bytes.first != 0x20 && bytes.last != 0x20
            && bytes.allSatisfy { 0x20...0x7E ~= $0 }
    }

    /// Text that may be absent; blank counts as absent.
    static func optional(_ field: FieldName, _ value: String?, upTo length: Int) throws -> String? {
        guard let value else { return nil }
        let text = try text(field, value, 0...length)
        return text.isEmpty ? nil : text
    }

    /// An e-mail address that may be absent, in lower case.
    static func email(_ field: FieldName, _ value: String?) throws -> String? {
        guard let text = try optional(field, value, upTo: 254).map(foldedLogin) else { return nil }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."),
            !text.unicodeScalars.contains(where: isNoPartOfEmail)
        else { throw FieldRefusal.invalid(field: field, .malformed) }
        return text
    }

    private static func isNoPartOfEmail(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "<", ">", ",": true
        case "!"..."~": false
        default: scalar.properties.isWhitespace
        }
    }

    /// One of the languages that Commonhour speaks, or none.
    static func language(_ field: FieldName, _ value: String?) throws -> String? {
        guard let value, !value.isEmpty else { return nil }
        guard Language(rawValue: value) != nil else {
            throw FieldRefusal.invalid(field: field, .unknown)
        }
        return value
    }

    /// Minutes that a transfer can move.
    static func minutes(
        _ field: FieldName,
        _ value: Minutes,
        upTo most: Minutes = Minutes.movable.upperBound
    ) throws {
        guard Minutes.movable.contains(value), value <= most else {
            throw FieldRefusal.amountOutOfRange(field: field, most: most)
        }
    }
}

extension String {
    /// The text without blanks around it.
    package var trimmed: String {
        // Nearly every text begins and ends with a letter, and then there is nothing to do.
        if let first = utf8.first, let last = utf8.last, isInk(first), isInk(last) { return self }
        return String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// Whether a byte is a visible ASCII character.
    private func isInk(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }
}
