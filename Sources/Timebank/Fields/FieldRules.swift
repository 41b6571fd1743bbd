internal import Ledger

/// Checks of typed values; each error is a refusal that names the field.
enum FieldRules {
    /// Returns a text as it is recorded, trimmed, with a length in characters within a range.
    ///
    /// Invisible characters are removed (``Swift/String/written``). Text without a visible
    /// character counts as missing if a text is required. Control characters except tab and line
    /// ends are refused.
    ///
    /// - Throws: ``FieldRefusal/invalid(field:_:)``.
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

    /// Whether a text is printable ASCII of an allowed length, without spaces around it.
    ///
    /// Most texts are, and then all other checks can be skipped.
    private static func isPlain(_ text: String, _ length: ClosedRange<Int>) -> Bool {
        let bytes = text.utf8
        return length.contains(bytes.count) && bytes.first != 0x20 && bytes.last != 0x20
            && bytes.allSatisfy { 0x20...0x7E ~= $0 }
    }

    /// Checks an optional text; returns nil if it is blank.
    static func optional(_ field: FieldName, _ value: String?, upTo length: Int) throws -> String? {
        guard let value else { return nil }
        let text = try text(field, value, 0...length)
        return text.isEmpty ? nil : text
    }

    /// Checks an optional e-mail address and returns it in lower case; nil if it is blank.
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

    /// Checks an optional language code; returns nil if it is empty.
    static func language(_ field: FieldName, _ value: String?) throws -> String? {
        guard let value, !value.isEmpty else { return nil }
        guard Language(rawValue: value) != nil else {
            throw FieldRefusal.invalid(field: field, .unknown)
        }
        return value
    }

    /// Checks that a transfer can move these minutes and that they are at most `most`.
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
    /// The text without white space around it.
    package var trimmed: String {
        // Nearly all texts begin and end with a visible ASCII character and need no trimming.
        if let first = utf8.first, let last = utf8.last, isVisibleASCII(first), isVisibleASCII(last)
        {
            return self
        }
        return String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// Whether a byte is a visible ASCII character, that is, no space and no control character.
    private func isVisibleASCII(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }
}
