package import Ledger

/// The format of an amount of minutes.
package enum HoursStyle: Hashable, Sendable {
    /// For sentences: `3 h 30 min`.
    case full
    /// For narrow places: `3 h 30`.
    case short
    /// For lists, with a sign: `+3 h 30`, `−30 min`.
    case signed
    /// For screen readers and voice output, in whole words: `3 hours 30 minutes`.
    case spoken
}

extension Catalogue {
    /// Formats minutes as hours and minutes, with non-breaking spaces.
    package static func hours(
        _ minutes: Minutes,
        in language: Language,
        _ style: HoursStyle = .full
    ) -> String {
        let whole = minutes.count.magnitude / 60
        let past = minutes.count.magnitude % 60
        let sign = minutes < .zero ? "−" : style == .signed && minutes > .zero ? "+" : ""
        if style == .spoken { return spoken(whole, past, below: minutes < .zero, in: language) }

        let short = style != .full
        let hours =
            "\(grouped(whole, in: language))\u{A0}\(text(short ? CalendarText.unitHourShort : CalendarText.unitHour, in: language))"
        let rest = "\(past)\u{A0}\(text(CalendarText.unitMinute, in: language))"
        if past == 0 { return sign + hours }
        if whole == 0 { return sign + rest }
        if short { return "\(sign)\(hours)\u{A0}\(past < 10 ? "0" : "")\(past)" }
        return "\(sign)\(hours)\u{A0}\(rest)"
    }

    /// Formats a number with the language's thousands separator.
    package static func number(_ number: Int64, in language: Language) -> String {
        (number < 0 ? "−" : "") + grouped(number.magnitude, in: language)
    }

    private static func spoken(
        _ whole: UInt64,
        _ past: UInt64,
        below: Bool,
        in language: Language
    ) -> String {
        var parts: [String] = []
        if whole > 0 || past == 0 {
            parts.append(
                text(CalendarText.spokenHours, in: language, ["count": .number(Int64(whole))])
            )
        }
        if past > 0 {
            parts.append(
                text(CalendarText.spokenMinutes, in: language, ["count": .number(Int64(past))])
            )
        }
        let amount = parts.joined(separator: " ")
        return below
            ? text(CalendarText.spokenBelow, in: language, ["amount": .word(amount)]) : amount
    }

    /// Groups digits in threes, in languages other than English and Welsh only from 10,000.
    private static func grouped(_ number: UInt64, in language: Language) -> String {
        let separator =
            switch language {
            case .english, .welsh: ","
            case .polish, .latvian, .lithuanian, .portuguese, .hungarian, .russian: "\u{A0}"
            }
        guard number >= (separator == "," ? 1_000 : 10_000) else { return "\(number)" }
        let digits = Array("\(number)")
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { text += separator }
            text.append(digit)
        }
        return text
    }
}
