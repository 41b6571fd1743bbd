/// A point in time: microseconds since 1970, UTC, without leap seconds.
public struct Instant: Hashable, Comparable, Sendable, CodedAsText {
    /// Microseconds since 1970; negative before.
    public let microseconds: Int64

    /// The moment so many microseconds after 1970 began.
    public init(microseconds: Int64) { self.microseconds = microseconds }

    /// The moment so many milliseconds after 1970 began.
    public init(milliseconds: Int64) { microseconds = milliseconds * 1_000 }

    /// Milliseconds since 1970, rounded down.
    public var milliseconds: Int64 { Int64(Int(microseconds).divided(floored: 1_000)) }

    /// The date in UTC; ``TimeZoneRules`` has that of other zones.
    public var day: Day { Day(number: Int(microseconds).divided(floored: Self.dayLength)) }

    /// The time from this moment to another; negative where that is earlier.
    public func duration(to other: Instant) -> Duration {
        .microseconds(other.microseconds - microseconds)
    }

    /// The moment `duration` later, rounded down to the microsecond.
    public static func + (instant: Instant, duration: Duration) -> Instant {
        let (seconds, attoseconds) = duration.components
        let rest = Int(attoseconds).divided(floored: 1_000_000_000_000)
        let change = seconds * 1_000_000 + Int64(rest)
        return Instant(microseconds: instant.microseconds + change)
    }

    /// The moment `duration` earlier, rounded down to the microsecond.
    public static func - (instant: Instant, duration: Duration) -> Instant {
        instant + (.zero - duration)
    }

    public static func < (one: Instant, other: Instant) -> Bool {
        one.microseconds < other.microseconds
    }

    fileprivate static let dayLength = 86_400_000_000
}

extension Day {
    /// The beginning of the day in UTC; ``TimeZoneRules`` has that of other zones.
    public var start: Instant {
        Instant(microseconds: Int64(number) * Int64(Instant.dayLength))
    }
}

extension Instant {
    /// The moment from RFC 3339 text, such as `2026-11-21T19:30:00+01:00`; nil for any other text.
    ///
    /// Years 0001 to 9999 in UTC. A fraction has one to nine digits and is rounded down to the
    /// microsecond. The leap second 60 is refused, as the store cannot represent it.
    public init?(rfc3339 text: String) {
        var text = text
        guard let instant = text.withUTF8({ Instant(rfc3339: $0) }) else { return nil }
        self = instant
    }

    /// The same from bytes.
    public init?(rfc3339 bytes: UnsafeBufferPointer<UInt8>) {
        var cursor = TextCursor(bytes)
        guard let day = cursor.day(),
            cursor.take(UInt8(ascii: "T")) || cursor.take(UInt8(ascii: "t")),
            let hour = cursor.number(digits: 2, in: 0...23), cursor.take(UInt8(ascii: ":")),
            let minute = cursor.number(digits: 2, in: 0...59), cursor.take(UInt8(ascii: ":")),
            let second = cursor.number(digits: 2, in: 0...59),
            let fraction = cursor.fractionMicroseconds(),
            let offset = cursor.offsetMinutes(), cursor.isAtEnd
        else { return nil }
        let minutes = (day.number * 24 + hour) * 60 + minute - offset
        self.init(microseconds: Int64((minutes * 60 + second) * 1_000_000 + fraction))
        guard (1...9999).contains(self.day.date.year) else { return nil }
    }

    public init?(_ description: String) { self.init(rfc3339: description) }

    /// The moment in UTC, such as `2026-11-21T18:30:00Z`; a fraction that is not zero has six
    /// digits.
    public var rfc3339: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    public var description: String { rfc3339 }

    /// Appends the ``rfc3339`` text to `bytes`.
    public func append(to bytes: inout [UInt8]) {
        let ofDay = Int(microseconds).remainder(floored: Self.dayLength)
        let second = ofDay / 1_000_000
        day.append(to: &bytes)
        bytes.append(UInt8(ascii: "T"))
        bytes.append(twoDigits: second / 3_600)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(twoDigits: second / 60 % 60)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(twoDigits: second % 60)
        if ofDay % 1_000_000 != 0 {
            bytes.append(UInt8(ascii: "."))
            bytes.append(twoDigits: ofDay / 10_000 % 100)
            bytes.append(twoDigits: ofDay / 100 % 100)
            bytes.append(twoDigits: ofDay % 100)
        }
        bytes.append(UInt8(ascii: "Z"))
    }
}

extension TextCursor {
    /// The microseconds of a fraction, 0 where none begins here; nil for no digit after the point
    /// or more than nine.
    fileprivate mutating func fractionMicroseconds() -> Int? {
        guard take(UInt8(ascii: ".")) else { return 0 }
        var nanoseconds = 0
        var unit = 100_000_000
        guard var digit = digit() else { return nil }
        while true {
            nanoseconds += digit * unit
            unit /= 10
            guard let next = self.digit() else { return nanoseconds / 1_000 }
            guard unit > 0 else { return nil }
            digit = next
        }
    }

    /// The offset from UTC in minutes: `Z`, or a sign, hours and minutes; nil for anything else.
    fileprivate mutating func offsetMinutes() -> Int? {
        if take(UInt8(ascii: "Z")) || take(UInt8(ascii: "z")) { return 0 }
        let isEast = take(UInt8(ascii: "+"))
        guard isEast || take(UInt8(ascii: "-")), let hours = number(digits: 2, in: 0...23),
            take(UInt8(ascii: ":")), let minutes = number(digits: 2, in: 0...59)
        else { return nil }
        return (isEast ? 1 : -1) * (hours * 60 + minutes)
    }
}
