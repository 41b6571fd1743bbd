internal import Hummingbird
internal import Ledger
internal import Timebank

/// What a form sent: fields by name, each with one value or several.
struct FormBody: Sendable {
    let values: [String: [String]]

    private static let numberMost: Int64 = 999_999_999

    /// No form at all.
    static let nothing = FormBody(values: [:])

    private init(values: [String: [String]]) { self.values = values }

    /// Reads the body of a request.
    ///
    /// - Throws: ``BadRequest/tooLarge`` for more than a form can hold, ``BadRequest/wrongType``
    ///   for what no form of ours sends.
    init(of request: Request) async throws {
        let type = request.headers[.contentType]?.split(separator: ";").first ?? ""
        guard type.lowercased() == "application/x-www-form-urlencoded" else {
            throw BadRequest.wrongType
        }
        let buffer = try await request.bytes()
        self.init(text: String(decoding: buffer.readableBytesView, as: UTF8.self))
    }

    /// Reads `name=value&…`; what cannot be read stays as it is.
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

    /// The value of a field; empty where there is none.
    subscript(_ field: FieldName) -> String { values[field.text]?.first ?? "" }

    /// Whether a field, or both parts of an amount, were left empty.
    func isEmpty(_ field: FieldName) -> Bool {
        ([field] + field.boxes).allSatisfy { self[$0].allSatisfy(\.isWhitespace) }
    }

    /// All values of a field that were not left empty.
    func all(_ field: FieldName) -> [String] { (values[field.text] ?? []).filter { !$0.isEmpty } }

    /// Without `+` and `%`, as a browser writes them; a `%` without two digits stays as it is.
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
    /// The key under which the form counts once.
    ///
    /// - Throws: ``Expired`` for a form without one.
    var key: RequestKey {
        get throws {
            guard let key = RequestKey(self["key"]) else { throw Expired() }
            return key
        }
    }

    /// An id that was chosen.
    ///
    /// - Throws: a ``Refusal`` for none, and for what is no id.
    func id<Of>(_ field: FieldName) throws -> ID<Of> {
        guard !self[field].isEmpty else { throw FieldRefusal.invalid(field: field, .missing) }
        guard let id = ID<Of>(self[field]) else {
            throw FieldRefusal.invalid(field: field, .unknown)
        }
        return id
    }

    /// A day.
    ///
    /// - Throws: a ``Refusal`` for none, and for what is no day.
    func day(_ field: FieldName) throws -> Day {
        guard !isEmpty(field) else { throw FieldRefusal.invalid(field: field, .missing) }
        guard let day = Day(iso: self[field].trimmed) else {
            throw FieldRefusal.invalid(field: field, .malformed)
        }
        return day
    }

    /// A small whole number; nothing counts as none.
    ///
    /// - Throws: a ``Refusal`` for what is no whole number.
    func count(_ field: FieldName) throws -> Int { try Int(number(field, of: field)) }

    /// Hours and minutes together; `nil` where both were left empty.
    ///
    /// - Throws: a ``Refusal`` for what is no whole number.
    func amountIfAny(_ field: FieldName) throws -> Minutes? {
        let fields = field.boxes
        if fields.allSatisfy({ self[$0].trimmed.isEmpty }) { return nil }
        let hours = try number(fields[0], of: field)
        return Minutes(hours * 60 + (try number(fields[1], of: field)))
    }

    /// Hours and minutes together.
    ///
    /// - Throws: a ``Refusal`` where both were left empty, and for what is no whole number.
    func amount(_ field: FieldName) throws -> Minutes {
        guard let minutes = try amountIfAny(field) else {
            throw FieldRefusal.invalid(field: field, .missing)
        }
        return minutes
    }

    /// Digits only: what stands between them, a blank or a comma, means one thing to some and
    /// another to others.
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

/// A form that does not come from a page of ours, or comes from one of another sign-in.
struct Expired: Error {}
