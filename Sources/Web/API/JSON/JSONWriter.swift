internal import Ledger

/// Something that answers show.
protocol Shown {
    /// Puts its JSON where the writer stands.
    func show(to json: inout JSONWriter)
}

/// Writes JSON by hand, straight to memory: many times quicker than an encoder for lists.
struct JSONWriter: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var count = 0
    private var capacity: Int
    private var isFirst = true

    /// A writer with room for so many bytes, which takes more where it needs them.
    init(room: Int = 512) {
        capacity = max(room, 64)
        start = .allocate(capacity: capacity)
    }

    deinit { start.deallocate() }

    /// What was written.
    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

    /// The JSON of one value.
    static func bytes(of value: some Shown, room: Int = 512) -> [UInt8] {
        var writer = JSONWriter(room: room)
        value.show(to: &writer)
        return writer.bytes
    }

    /// The place where the next bytes go, with room for so many.
    private mutating func place(for more: Int) -> UnsafeMutablePointer<UInt8> {
        if count + more > capacity { grow(by: more) }
        return start + count
    }

    private mutating func grow(by more: Int) {
        capacity = max(capacity * 2, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.initialize(from: start, count: count)
        start.deallocate()
        start = larger
    }

    private mutating func put(_ byte: UInt8) {
        place(for: 1).initialize(to: byte)
        count += 1
    }

    private mutating func put(_ some: UnsafeBufferPointer<UInt8>) {
        guard let from = some.baseAddress else { return }
        place(for: some.count).initialize(from: from, count: some.count)
        count += some.count
    }

    private mutating func put(_ word: StaticString) {
        put(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    /// Writes an object with the members that `body` adds.
    mutating func object(_ body: (inout JSONWriter) -> Void) {
        put(UInt8(ascii: "{"))
        isFirst = true
        body(&self)
        put(UInt8(ascii: "}"))
        isFirst = false
    }

    /// Writes a list, each item by `show`.
    mutating func list<Item>(_ items: some Sequence<Item>, _ show: (inout JSONWriter, Item) -> Void)
    {
        put(UInt8(ascii: "["))
        var isFirstItem = true
        for item in items {
            if !isFirstItem { put(UInt8(ascii: ",")) }
            isFirstItem = false
            show(&self, item)
        }
        put(UInt8(ascii: "]"))
        isFirst = false
    }

    /// Begins a member, whose value is written next.
    mutating func name(_ name: StaticString) {
        if !isFirst { put(UInt8(ascii: ",")) }
        isFirst = false
        put(UInt8(ascii: "\""))
        put(name)
        put(UInt8(ascii: "\""))
        put(UInt8(ascii: ":"))
    }

    /// Begins a member whose name is only known at run time.
    mutating func name(any name: String) {
        if !isFirst { put(UInt8(ascii: ",")) }
        isFirst = false
        text(name)
        put(UInt8(ascii: ":"))
    }

    /// Writes a text.
    mutating func text(_ text: String) {
        put(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            var begin = 0
            for (place, byte) in utf8.enumerated()
            where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                put(UnsafeBufferPointer(rebasing: utf8[begin..<place]))
                escape(byte)
                begin = place + 1
            }
            put(UnsafeBufferPointer(rebasing: utf8[begin...]))
        }
        put(UInt8(ascii: "\""))
    }

    /// Writes a whole number.
    mutating func number(_ number: Int64) {
        if number < 0 { put(UInt8(ascii: "-")) }
        var rest = number.magnitude
        guard rest > 9 else {
            put(UInt8(ascii: "0") + UInt8(rest))
            return
        }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var start = 20
            while rest > 0 {
                start -= 1
                digits[start] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
            put(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(digits)[start...]))
        }
    }

    /// Writes thousandths as a number with up to three decimals.
    mutating func thousandths(_ thousandths: Int64) {
        number(thousandths / 1_000)
        let rest = thousandths.magnitude % 1_000
        guard rest > 0 else { return }
        put(UInt8(ascii: "."))
        put(UInt8(ascii: "0") + UInt8(rest / 100))
        put(UInt8(ascii: "0") + UInt8(rest / 10 % 10))
        put(UInt8(ascii: "0") + UInt8(rest % 10))
    }

    /// Ends the line, between one value and the next.
    mutating func endLine() {
        put(UInt8(ascii: "\n"))
        isFirst = true
    }

    /// Writes `true` or `false`.
    mutating func flag(_ flag: Bool) { put(flag ? "true" : "false") }

    /// Writes `null`.
    mutating func null() { put("null") }

    /// Writes an id.
    mutating func id<Of>(_ id: ID<Of>) {
        put(UInt8(ascii: "\""))
        id.write(to: place(for: Crockford.length))
        count += Crockford.length
        put(UInt8(ascii: "\""))
    }

    /// Writes a moment.
    mutating func instant(_ instant: Instant) {
        put(UInt8(ascii: "\""))
        count += instant.write(to: place(for: Instant.longest))
        put(UInt8(ascii: "\""))
    }

    /// Writes JSON that was written before.
    mutating func raw(_ json: [UInt8]) { json.withUnsafeBufferPointer { put($0) } }

    private mutating func escape(_ byte: UInt8) {
        put(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): put(byte)
        case 0x0A: put(UInt8(ascii: "n"))
        case 0x0D: put(UInt8(ascii: "r"))
        case 0x09: put(UInt8(ascii: "t"))
        default:
            let digits: StaticString = "0123456789abcdef"
            put("u00")
            put(digits.utf8Start[Int(byte >> 4)])
            put(digits.utf8Start[Int(byte & 15)])
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
