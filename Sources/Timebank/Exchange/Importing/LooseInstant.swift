internal import Ledger

extension CSVField {
    /// The time in the cell, in one of the forms that programs and people write; nil for other
    /// text.
    ///
    /// The forms are RFC 3339, a date alone (its first moment in UTC), or date and time separated
    /// by a space. A time may be followed by `UTC`, `GMT`, `Z` or an offset (`+01:00`, `+0100`,
    /// `+01`); without one it is UTC. All readers of other programs' files use this.
    var looseInstant: Instant? {
        if let moment = instant ?? day?.start { return moment }
        let parts = text.split(separator: " ")
        guard (2...3).contains(parts.count) else { return nil }
        let (time, zone) = parts.count == 3 ? (parts[1], parts[2]) : Self.timeAndZone(parts[1])
        guard let offset = Self.offset(zone) else { return nil }
        return Instant(rfc3339: "\(parts[0])T\(time)\(offset)")
    }

    /// Splits a time at the start of its zone or offset; the zone is empty if there is none.
    private static func timeAndZone(_ text: Substring) -> (Substring, Substring) {
        guard let sign = text.firstIndex(where: { "+-Zz".contains($0) }) else { return (text, "") }
        return (text[..<sign], text[sign...])
    }

    /// Returns the zone as RFC 3339 writes it; nil if it has an unknown form.
    private static func offset(_ zone: Substring) -> String? {
        switch zone {
        case "", "UTC", "GMT", "Z", "z": "Z"
        default:
            switch zone.utf8.count {
            case 3: "\(zone):00"
            case 5: "\(zone.prefix(3)):\(zone.suffix(2))"
            case 6: String(zone)
            default: nil
            }
        }
    }
}
