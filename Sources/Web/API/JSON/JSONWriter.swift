internal import Ledger

/// A value that can be written as JSON.
package protocol Shown {
    /// Appends its JSON to the writer.
    func show(to json: inout JSONWriter)
}

/// Writes JSON directly to bytes, which for lists is many times faster than an encoder.
package struct JSONWriter {
    /// The JSON written so far, as UTF-8.
    private(set) var bytes: [UInt8] = []
    private var isFirst = true
    /// Whether a space follows each comma and colon, for output that people read.
    private let isSpaced: Bool

    /// A writer that reserves a capacity of `room` bytes.
    init(room: Int = 512, isSpaced: Bool = false) {
        self.isSpaced = isSpaced
        bytes.reserveCapacity(room)
    }

    /// The JSON of one value.
    static func bytes(of value: some Shown, room: Int = 512) -> [UInt8] {
        var writer = JSONWriter(room: room)
        value.show(to: &writer)
        return writer.bytes
    }

    /// Writes an object with the members that `body` adds.
    mutating func object(_ body: (inout JSONWriter) -> Void) {
        bytes.append(UInt8(ascii: "{"))
        isFirst = true
        body(&self)
        bytes.append(UInt8(ascii: "}"))
        isFirst = false
    }

    /// Writes a list, in which `show` writes each item.
    mutating func list<Item>(_ items: some Sequence<Item>, _ show: (inout JSONWriter, Item) -> Void)
    {
        bytes.append(UInt8(ascii: "["))
        var isFirstItem = true
        for item in items {
            if !isFirstItem {
                bytes.append(UInt8(ascii: ","))
                if isSpaced { bytes.append(UInt8(ascii: " ")) }
            }
            isFirstItem = false
            show(&self, item)
        }
        bytes.append(UInt8(ascii: "]"))
        isFirst = false
    }

    /// Writes the name of a member, whose value must be written next.
    mutating func name(_ name: StaticString) {
        let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        let (isFirst, isSpaced) = (isFirst, isSpaced)
        self.isFirst = false
        bytes.append(addingCapacity: name.count + 6) { room in
            if !isFirst {
                room.append(UInt8(ascii: ","))
                if isSpaced { room.append(UInt8(ascii: " ")) }
            }
            room.append(UInt8(ascii: "\""))
            for byte in name { room.append(byte) }
            room.append(UInt8(ascii: "\""))
            room.append(UInt8(ascii: ":"))
            if isSpaced { room.append(UInt8(ascii: " ")) }
        }
    }

    /// Writes the name of a member that is known only at run time.
    mutating func name(any name: String) {
        if !isFirst { bytes.append(contentsOf: isSpaced ? ", ".utf8 : ",".utf8) }
        isFirst = false
        text(name)
        bytes.append(contentsOf: isSpaced ? ": ".utf8 : ":".utf8)
    }

    /// Writes a string, with escapes where needed.
    mutating func text(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            var begin = 0
            for position in utf8.indices where Self.isEscaped(utf8[position]) {
                bytes.append(contentsOf: utf8[begin..<position])
                escape(utf8[position])
                begin = position + 1
            }
            bytes.append(contentsOf: utf8[begin...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a whole number.
    mutating func number(_ number: Int64) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        guard rest > 9 else {
            bytes.append(UInt8(ascii: "0") + UInt8(rest))
            return
        }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var start = 20
            while rest > 0 {
                start -= 1
                digits[start] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
            bytes.append(contentsOf: digits[start...])
        }
    }

    /// Writes non-negative thousandths as a number with three decimals, or none if they are zero.
    mutating func thousandths(_ thousandths: Int64) {
        number(thousandths / 1_000)
        let rest = thousandths.magnitude % 1_000
        guard rest > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        bytes.append(UInt8(ascii: "0") + UInt8(rest / 100))
        bytes.append(UInt8(ascii: "0") + UInt8(rest / 10 % 10))
        bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
    }

    /// Writes a line feed, after which another value may follow.
    mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
        isFirst = true
    }

    /// Writes `true` or `false`.
    mutating func flag(_ flag: Bool) { bytes.append(contentsOf: flag ? "true".utf8 : "false".utf8) }

    /// Writes `null`.
    mutating func null() { bytes.append(contentsOf: "null".utf8) }

    /// Writes an id as a string.
    mutating func id(_ id: some Identifier) {
        bytes.append(UInt8(ascii: "\""))
        id.append(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a point in time as a string in RFC 3339 format.
    mutating func instant(_ instant: Instant) {
        bytes.append(UInt8(ascii: "\""))
        instant.append(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes JSON that is already encoded.
    mutating func raw(_ json: [UInt8]) { bytes.append(contentsOf: json) }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        default:
            let digits: StaticString = "0123456789abcdef"
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(digits.utf8Start[Int(byte >> 4)])
            bytes.append(digits.utf8Start[Int(byte & 15)])
        }
    }
}

// Members, each with a name and a value.
extension JSONWriter {
    /// Writes a member that is text.
    mutating func member(_ name: StaticString, _ text: String) {
        self.name(name)
        self.text(text)
    }

    /// Writes a member that is text or null.
    mutating func member(_ name: StaticString, _ text: String?) {
        self.name(name)
        if let text { self.text(text) } else { null() }
    }

    /// Writes a member that is a whole number.
    mutating func member(_ name: StaticString, _ number: Int64) {
        self.name(name)
        self.number(number)
    }

    /// Writes a member that is a number of minutes.
    mutating func member(_ name: StaticString, _ minutes: Minutes) { member(name, minutes.count) }

    /// Writes a member that is a number of minutes or null.
    mutating func member(_ name: StaticString, _ minutes: Minutes?) {
        self.name(name)
        if let minutes { number(minutes.count) } else { null() }
    }

    /// Writes a member that is true or false.
    mutating func member(_ name: StaticString, _ flag: Bool) {
        self.name(name)
        self.flag(flag)
    }

    /// Writes a member that is an id.
    mutating func member<Of>(_ name: StaticString, _ id: ID<Of>) {
        self.name(name)
        self.id(id)
    }

    /// Writes a member that is an id or null.
    mutating func member<Of>(_ name: StaticString, _ id: ID<Of>?) {
        self.name(name)
        if let id { self.id(id) } else { null() }
    }

    /// Writes a member that is a point in time.
    mutating func member(_ name: StaticString, _ instant: Instant) {
        self.name(name)
        self.instant(instant)
    }

    /// Writes a member with any value.
    mutating func member(_ name: StaticString, shown value: some Shown) {
        self.name(name)
        value.show(to: &self)
    }
}
