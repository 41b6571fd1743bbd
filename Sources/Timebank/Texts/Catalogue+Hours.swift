package import Ledger

/// How an amount of minutes is said.
package enum HoursStyle: Hashable, Sendable {
    /// In a sentence: `3 h 30 min`.
    case full
    /// Where there is little room: `3 h 30`.
    case short
    /// With its direction, in a list: `+3 h 30`, `−30 min`.
    case signed
    /// In whole words, for a screen reader or a voice: `3 hours 30 minutes`.
    case spoken
}

extension Catalogue {
    /// An amount of minutes as hours, with spaces that never break across lines.
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

    /// A count with the language's separator of thousands.
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

    /// Digits in groups of three; Polish and its neighbours leave four digits together.
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
