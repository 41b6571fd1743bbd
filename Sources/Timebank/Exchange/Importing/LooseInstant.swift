internal import Ledger

extension CSVField {
    /// The moment in the cell, as programs and people write one: RFC 3339, a date alone for its
    /// first moment, or date and time with a blank between them.
    ///
    /// After the time may stand `UTC`, `Z` or an offset (`+01:00`, `+0100`, `+01`); where nothing
    /// does, it is UTC. Every reader of a moment in a file of another program asks this one.
    var looseInstant: Instant? {
        if let moment = instant ?? day?.start { return moment }
        let parts = text.split(separator: " ")
        guard (2...3).contains(parts.count) else { return nil }
        let (time, zone) = parts.count == 3 ? (parts[1], parts[2]) : Self.timeAndZone(parts[1])
        guard let offset = Self.offset(zone) else { return nil }
        return Instant(rfc3339: "\(parts[0])T\(time)\(offset)")
    }

    private static func timeAndZone(_ text: Substring) -> (Substring, Substring) {
        guard let sign = text.firstIndex(where: { "+-Zz".contains($0) }) else { return (text, "") }
        return (text[..<sign], text[sign...])
    }

    /// An offset as RFC 3339 writes it.
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
