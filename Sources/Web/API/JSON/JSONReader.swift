/// Parses a single JSON value, strictly as RFC 8259 defines it.
///
/// It refuses comments, trailing commas, lone surrogates, invalid UTF-8 and duplicate names.
/// Requests are small (``BodyLimit``), so the input is parsed into a tree of values in memory.
struct JSONReader {
    /// The maximum number of nested values, including the outermost one.
    static let depthMost = 16

    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    /// Parses all bytes; only white space may follow the value.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONFlaw) -> JSON {
        var reader = JSONReader(bytes: bytes)
        let value = try reader.value(depth: 0)
        reader.skipBlanks()
        guard reader.index == bytes.count else { throw .malformed(at: reader.index) }
        return value
    }

    /// Parses all of a text.
    static func read(_ text: String) throws(JSONFlaw) -> JSON { try read(Array(text.utf8)) }

    /// Parses all bytes.
    static func read(_ bytes: [UInt8]) throws(JSONFlaw) -> JSON {
        let result: Result<JSON, JSONFlaw> = bytes.withUnsafeBufferPointer { bytes in
            do throws(JSONFlaw) { return .success(try read(bytes)) } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            index += 1
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        index += 1
        return true
    }

    private mutating func value(depth: Int) throws(JSONFlaw) -> JSON {
        guard depth < Self.depthMost else { throw .tooDeep }
        skipBlanks()
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try list(depth: depth)
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try word("true", .flag(true))
        case UInt8(ascii: "f"): return try word("false", .flag(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONFlaw) -> JSON {
        let end = index + word.utf8CodeUnitCount
        guard end <= bytes.count else { throw .malformed(at: index) }
        for position in 0..<word.utf8CodeUnitCount
        where bytes[index + position] != word.utf8Start[position] {
            throw .malformed(at: index)
        }
        index = end
        return value
    }

    private mutating func object(depth: Int) throws(JSONFlaw) -> JSON {
        index += 1
        var members: [JSON.Member] = []
        skipBlanks()
        if take(UInt8(ascii: "}")) { return .object(members) }
        while true {
            skipBlanks()
            let name = try text()
            guard !members.contains(where: { $0.name == name }) else { throw .duplicate(name) }
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw .malformed(at: index) }
            members.append(JSON.Member(name: name, value: try value(depth: depth + 1)))
            // The search for duplicates is linear for each name, so the number of members is
            // limited; no body needs so many.
            guard members.count <= 100 else { throw .malformed(at: index) }
            skipBlanks()
            if take(UInt8(ascii: "}")) { return .object(members) }
            guard take(UInt8(ascii: ",")) else { throw .malformed(at: index) }
        }
    }

    private mutating func list(depth: Int) throws(JSONFlaw) -> JSON {
        index += 1
        var items: [JSON] = []
        skipBlanks()
        if take(UInt8(ascii: "]")) { return .list(items) }
        while true {
            items.append(try value(depth: depth + 1))
            skipBlanks()
            if take(UInt8(ascii: "]")) { return .list(items) }
            guard take(UInt8(ascii: ",")) else { throw .malformed(at: index) }
        }
    }

    /// Parses a number, which may not begin with a superfluous zero.
    private mutating func number() throws(JSONFlaw) -> JSON.Number {
        let isNegative = take(UInt8(ascii: "-"))
        let start = index
        var count: Int64? = 0
        while let digit = digit() {
            // Computed as a negative number, because `Int64.min` has no positive counterpart.
            let (tens, tooMany) = (count ?? 0).multipliedReportingOverflow(by: 10)
            let (sum, tooLarge) = tens.subtractingReportingOverflow(Int64(digit))
            count = count == nil || tooMany || tooLarge ? nil : sum
        }
        let length = index - start
        guard length > 0, length == 1 || bytes[start] != UInt8(ascii: "0") else {
            throw .malformed(at: start)
        }
        var isBroken = false
        if take(UInt8(ascii: ".")) {
            isBroken = true
            try digits()
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isBroken = true
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        if isBroken { return .broken }
        guard let count, isNegative || count != .min else { return .huge }
        return .whole(isNegative ? count : -count)
    }

    private mutating func digit() -> UInt8? {
        guard let byte = next, (0x30...0x39).contains(byte) else { return nil }
        index += 1
        return byte - 0x30
    }

    private mutating func digits() throws(JSONFlaw) {
        guard digit() != nil else { throw .malformed(at: index) }
        while digit() != nil {}
    }
}

// Strings.
extension JSONReader {
    private mutating func text() throws(JSONFlaw) -> String {
        let opening = index
        guard take(UInt8(ascii: "\"")) else { throw .malformed(at: index) }
        let start = index
        while let byte = next, byte >= 0x20, byte != UInt8(ascii: "\"") {
            guard byte != UInt8(ascii: "\\") else {
                return try escapedText(from: start, opening)
            }
            index += 1
        }
        guard take(UInt8(ascii: "\"")),
            let text = String(validating: bytes[start..<(index - 1)], as: UTF8.self)
        else { throw .malformed(at: opening) }
        return text
    }

    /// Parses the rest of a string in which a backslash was found.
    private mutating func escapedText(
        from start: Int,
        _ opening: Int
    ) throws(JSONFlaw) -> String {
        var plain = Array(bytes[start..<index])
        while let byte = next, byte >= 0x20, byte != UInt8(ascii: "\"") {
            index += 1
            if byte == UInt8(ascii: "\\") {
                try escape(into: &plain)
            } else {
                plain.append(byte)
            }
        }
        guard take(UInt8(ascii: "\"")), let text = String(validating: plain, as: UTF8.self)
        else { throw .malformed(at: opening) }
        return text
    }

    private mutating func escape(into plain: inout [UInt8]) throws(JSONFlaw) {
        guard let byte = next else { throw .malformed(at: index) }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): plain.append(byte)
        case UInt8(ascii: "b"): plain.append(0x08)
        case UInt8(ascii: "f"): plain.append(0x0C)
        case UInt8(ascii: "n"): plain.append(0x0A)
        case UInt8(ascii: "r"): plain.append(0x0D)
        case UInt8(ascii: "t"): plain.append(0x09)
        case UInt8(ascii: "u"): plain.append(contentsOf: String(try scalar()).utf8)
        default: throw .malformed(at: index)
        }
    }

    /// Parses the digits after `\u`; a scalar above U+FFFF is written as a surrogate pair.
    private mutating func scalar() throws(JSONFlaw) -> Character {
        let high = try hexadecimals()
        if let scalar = Unicode.Scalar(high) { return Character(scalar) }
        guard (0xD800...0xDBFF).contains(high), take(UInt8(ascii: "\\")),
            take(UInt8(ascii: "u"))
        else { throw .malformed(at: index) }
        let low = try hexadecimals()
        guard (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(
                0x10000 + (UInt32(high - 0xD800) << 10 | UInt32(low - 0xDC00))
            )
        else { throw .malformed(at: index) }
        return Character(scalar)
    }

    private mutating func hexadecimals() throws(JSONFlaw) -> UInt16 {
        var number: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next else { throw .malformed(at: index) }
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x41 + 10
            case 0x61...0x66: digit = byte - 0x61 + 10
            default: throw .malformed(at: index)
            }
            number = number << 4 | UInt16(digit)
            index += 1
        }
        return number
    }
}
