internal import Ledger

/// Something that answers show.
package protocol Shown {
    /// Puts its JSON where the writer stands.
    func show(to json: inout JSONWriter)
}

/// Writes JSON by hand, straight to bytes: many times quicker than an encoder for lists.
package struct JSONWriter {
    /// What was written.
    private(set) var bytes: [UInt8] = []
    private var isFirst = true
    /// Whether a space stands after each comma and colon, as people like it.
    private let isSpaced: Bool

    /// A writer with room for so many bytes.
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

    /// Writes a list, each item by `show`.
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

    /// Begins a member, whose value is written next.
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

    /// Begins a member whose name is only known at run time.
    mutating func name(any name: String) {
        if !isFirst { bytes.append(contentsOf: isSpaced ? ", ".utf8 : ",".utf8) }
        isFirst = false
        text(name)
        bytes.append(contentsOf: isSpaced ? ": ".utf8 : ":".utf8)
    }

    /// Writes a text.
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

    /// Writes thousandths as a number with up to three decimals.
    mutating func thousandths(_ thousandths: Int64) {
        number(thousandths / 1_000)
        let rest = thousandths.magnitude % 1_000
        guard rest > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        bytes.append(UInt8(ascii: "0") + UInt8(rest / 100))
        bytes.append(UInt8(ascii: "0") + UInt8(rest / 10 % 10))
        bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
    }

    /// Ends the line, between one value and the next.
    mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
        isFirst = true
    }

    /// Writes `true` or `false`.
    mutating func flag(_ flag: Bool) { bytes.append(contentsOf: flag ? "true".utf8 : "false".utf8) }

    /// Writes `null`.
    mutating func null() { bytes.append(contentsOf: "null".utf8) }

    /// Writes an id.
    mutating func id(_ id: some Identifier) {
        bytes.append(UInt8(ascii: "\""))
        id.append(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a moment.
    mutating func instant(_ instant: Instant) {
        bytes.append(UInt8(ascii: "\""))
        instant.append(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes JSON that was written before.
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

// Members, the usual way.
extension JSONWriter {
    /// A member that is text.
    mutating func member(_ name: StaticString, _ text: String) {
        self.name(name)
        self.text(text)
    }

    /// A member that is text or null.
    mutating func member(_ name: StaticString, _ text: String?) {
        self.name(name)
        if let text { self.text(text) } else { null() }
    }

    /// A member that is a whole number.
    mutating func member(_ name: StaticString, _ number: Int64) {
        self.name(name)
        self.number(number)
    }

    /// A member that is minutes.
    mutating func member(_ name: StaticString, _ minutes: Minutes) { member(name, minutes.count) }

    /// A member that is minutes or null.
    mutating func member(_ name: StaticString, _ minutes: Minutes?) {
        self.name(name)
        if let minutes { number(minutes.count) } else { null() }
    }

    /// A member that is true or false.
    mutating func member(_ name: StaticString, _ flag: Bool) {
        self.name(name)
        self.flag(flag)
    }

    /// A member that is an id.
    mutating func member<Of>(_ name: StaticString, _ id: ID<Of>) {
        self.name(name)
        self.id(id)
    }

    /// A member that is an id or null.
    mutating func member<Of>(_ name: StaticString, _ id: ID<Of>?) {
        self.name(name)
        if let id { self.id(id) } else { null() }
    }

    /// A member that is a moment.
    mutating func member(_ name: StaticString, _ instant: Instant) {
        self.name(name)
        self.instant(instant)
    }

    /// A member that is shown its own way.
    mutating func member(_ name: StaticString, shown value: some Shown) {
        self.name(name)
        value.show(to: &self)
    }
}
