internal import Hummingbird
internal import Ledger
internal import Timebank

/// The fields of a submitted form, by name, each with one value or several.
struct FormBody: Sendable {
    let values: [String: [String]]

    private static let numberMost: Int64 = 999_999_999

    /// An empty form.
    static let nothing = FormBody(values: [:])

    private init(values: [String: [String]]) { self.values = values }

    /// Reads and parses the body of a request.
    ///
    /// - Throws: ``BadRequest/wrongType`` if it is not `application/x-www-form-urlencoded`, and
    ///   what `Request.bytes()` throws.
    init(of request: Request) async throws {
        let type = request.headers[.contentType]?.split(separator: ";").first ?? ""
        guard type.lowercased() == "application/x-www-form-urlencoded" else {
            throw BadRequest.wrongType
        }
        let buffer = try await request.bytes()
        self.init(text: String(decoding: buffer.readableBytesView, as: UTF8.self))
    }

    /// Parses `name=value&…`; an invalid escape is kept as it is.
    init(text: String) {
        var values: [String: [String]] = [:]
        for pair in text.utf8.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(
                separator: UInt8(ascii: "="),
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            guard let name = parts.first else { continue }
            let value = parts.count == 2 ? Self.plain(parts[1]) : ""
            values[Self.plain(name), default: []].append(value)
        }
        self.values = values
    }

    /// The first value of a field; empty if there is none.
    subscript(_ field: FieldName) -> String { values[field.text]?.first ?? "" }

    /// Whether a field is blank; for an amount, whether both of its parts are.
    func isEmpty(_ field: FieldName) -> Bool {
        ([field] + field.boxes).allSatisfy { self[$0].allSatisfy(\.isWhitespace) }
    }

    /// All values of a field that are not empty.
    func all(_ field: FieldName) -> [String] { (values[field.text] ?? []).filter { !$0.isEmpty } }

    /// Decodes `+` and `%` escapes; a `%` without two hexadecimal digits is kept.
    static func plain(_ text: some Collection<UInt8>) -> String {
        var bytes: [UInt8] = []
        var rest = text[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let high = digit(rest.first),
                let low = digit(rest.dropFirst().first)
            {
                bytes.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8?) -> UInt8? {
        switch byte {
        case .some(let byte) where (0x30...0x39).contains(byte): byte - 0x30
        case .some(let byte) where (0x41...0x46).contains(byte & 0xDF): (byte & 0xDF) - 0x37
        default: nil
        }
    }
}

extension FormBody {
    /// The idempotency key of the form, with which sending it twice has no further effect.
    ///
    /// - Throws: ``Expired`` if it is missing or not valid.
    var key: RequestKey {
        get throws {
            guard let key = RequestKey(self["key"]) else { throw Expired() }
            return key
        }
    }

    /// The id of a chosen item.
    ///
    /// - Throws: a ``FieldRefusal`` if it is missing or not valid.
    func id<Of>(_ field: FieldName) throws -> ID<Of> {
        guard !self[field].isEmpty else { throw FieldRefusal.invalid(field: field, .missing) }
        guard let id = ID<Of>(self[field]) else {
            throw FieldRefusal.invalid(field: field, .unknown)
        }
        return id
    }

    /// A date, in the form `2026-11-30`.
    ///
    /// - Throws: a ``FieldRefusal`` if it is missing or not valid.
    func day(_ field: FieldName) throws -> Day {
        guard !isEmpty(field) else { throw FieldRefusal.invalid(field: field, .missing) }
        guard let day = Day(iso: self[field].trimmed) else {
            throw FieldRefusal.invalid(field: field, .malformed)
        }
        return day
    }

    /// A whole number from 0 to 999,999,999; a blank field counts as 0.
    ///
    /// - Throws: a ``FieldRefusal`` for anything else.
    func count(_ field: FieldName) throws -> Int { try Int(number(field, of: field)) }

    /// The minutes from a field for hours and one for minutes; `nil` if both are blank.
    ///
    /// - Throws: a ``FieldRefusal`` if either is not a whole number.
    func amountIfAny(_ field: FieldName) throws -> Minutes? {
        let fields = field.boxes
        if fields.allSatisfy({ self[$0].trimmed.isEmpty }) { return nil }
        let hours = try number(fields[0], of: field)
        return Minutes(hours * 60 + (try number(fields[1], of: field)))
    }

    /// The minutes from a field for hours and one for minutes.
    ///
    /// - Throws: a ``FieldRefusal`` if both are blank, or if either is not a whole number.
    func amount(_ field: FieldName) throws -> Minutes {
        guard let minutes = try amountIfAny(field) else {
            throw FieldRefusal.invalid(field: field, .missing)
        }
        return minutes
    }

    /// Parses digits only: separators such as spaces and commas differ in meaning by country.
    private func number(_ name: FieldName, of field: FieldName) throws -> Int64 {
        let text = self[name].trimmed
        if text.isEmpty { return 0 }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw FieldRefusal.invalid(field: field, .notWhole)
        }
        guard let number = Int64(text), number <= Self.numberMost else {
            throw FieldRefusal.invalid(field: field, .outOfRange(0...Self.numberMost))
        }
        return number
    }
}

/// The form was not sent from a page of this server, or it belongs to another sign-in.
struct Expired: Error {}
