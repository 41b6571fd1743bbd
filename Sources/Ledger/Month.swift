/// A month of a year, without time zone, such as November 2026.
public struct Month: Hashable, Comparable, Sendable, CodedAsText {
    /// Months since January of the year 0.
    private let count: Int

    private init(count: Int) { self.count = count }

    /// The month; nil for a year outside 1 to 9999 or a number outside 1 to 12.
    public init?(year: Int, number: Int) {
        guard (1...9999).contains(year), (1...12).contains(number) else { return nil }
        count = year * 12 + number - 1
    }

    /// The month of a day.
    public init(of day: Day) {
        let (year, month, _) = day.date
        count = year * 12 + month - 1
    }

    /// The month from the form `2026-11`; nil for any other text.
    public init?(_ description: String) {
        guard description.utf8.count == 7, let first = Day(iso: description + "-01") else {
            return nil
        }
        self.init(of: first)
    }

    /// The month as `2026-11`.
    public var description: String { String(first.iso.dropLast(3)) }

    /// 1 to 9999, for a month that was read; arithmetic may leave that.
    public var year: Int { count / 12 }

    /// 1 for January to 12 for December.
    public var number: Int { count % 12 + 1 }

    /// Its first day.
    public var first: Day { Day(number: Day.number(year: year, month: number, day: 1)) }

    /// The month `months` later; earlier where that is negative.
    public func adding(months: Int) -> Month { Month(count: count + months) }

    public static func < (one: Month, other: Month) -> Bool { one.count < other.count }
}
