extension String {
    /// The text isolated from surrounding text of the other writing direction.
    ///
    /// Text that contains right-to-left letters or direction controls is put between U+2068 and
    /// U+2069, which isolate plain text as `<bdi>` does in HTML. Direction marks, embeddings and
    /// overrides are removed, and open isolates are closed. Other text is unchanged.
    package var bidiIsolated: String {
        // In UTF-8, right-to-left letters and direction controls all contain a byte of at least
        // 0xD6.
        guard utf8.contains(where: { $0 >= 0xD6 }) else { return self }
        var isTurned = false
        var (open, kept) = (0, String.UnicodeScalarView())
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x200E, 0x200F, 0x061C, 0x202A...0x202E:
                isTurned = true
                continue
            case 0x2066...0x2068: open += 1
            case 0x2069 where open == 0: continue
            case 0x2069: open -= 1
            case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF,
                0x1E800...0x1EFFF:
                isTurned = true
            default: break
            }
            kept.append(scalar)
        }
        let closed = String(kept) + String(repeating: "\u{2069}", count: open)
        return isTurned || open > 0 ? "\u{2068}\(closed)\u{2069}" : closed
    }
}
