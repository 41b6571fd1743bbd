extension String {
    /// The text as every text is recorded: in Unicode's composed form, and without signs that
    /// nobody sees.
    ///
    /// Two texts that look alike are then the same bytes, and no text changes the direction of
    /// what stands beside it. What joins the letters of a word (in Persian, Malayalam, Sinhala and
    /// their neighbours) or the parts of an emoji stays where it does that.
    package var written: String {
        if isPlain { return self }
        let composed = composed
        let scalars = Array(composed.unicodeScalars)
        guard scalars.contains(where: \.isUnseen) else { return composed }
        var kept = String.UnicodeScalarView()
        for (position, scalar) in scalars.enumerated() {
            let next = position + 1 < scalars.count ? scalars[position + 1] : nil
            if !scalar.isUnseen || scalar.does(after: kept.last, before: next) {
                kept.append(scalar)
            }
        }
        return String(kept).composed
    }

    /// Whether there is anything to see in it: more than blanks and signs that nobody sees.
    var showsSomething: Bool {
        unicodeScalars.contains { !$0.properties.isWhitespace && !$0.isUnseen && !$0.isEmptyCell }
    }
}

extension Unicode.Scalar {
    /// Whether it has no look of its own: joiners, direction signs, soft hyphens, fillers, choices
    /// of a look, and marks between lines.
    fileprivate var isUnseen: Bool {
        value > 0x7F && (properties.isDefaultIgnorableCodePoint || 0xFFF9...0xFFFB ~= value)
    }

    /// A cell of Braille without a dot.
    fileprivate var isEmptyCell: Bool { value == 0x2800 }

    /// Whether this sign, which nobody sees, changes the look of what stands before and after it,
    /// and of nothing else.
    fileprivate func does(after previous: Unicode.Scalar?, before next: Unicode.Scalar?) -> Bool {
        guard let previous else { return false }
        switch value {
        case 0x200C, 0x200D: return previous.isJoined(to: next, by: self)
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF: return previous.hasLooks(before: next)
        case 0x180B...0x180D, 0x180F: return 0x1800...0x18AF ~= previous.value
        // The flags of England, Scotland and Wales are a black flag with a name in tags.
        case 0xE0020...0xE007F:
            return previous.value == 0x1F3F4 || 0xE0020...0xE007E ~= previous.value
        default: return false
        }
    }

    private func isJoined(to next: Unicode.Scalar?, by joiner: Unicode.Scalar) -> Bool {
        // A sign that takes a letter's vowel away, with a joiner behind it, is a letter of its own
        // in Malayalam, at the end of a word too.
        if properties.canonicalCombiningClass == .virama { return true }
        guard let next, next.properties.isAlphabetic || next.properties.isEmoji else {
            return false
        }
        if isAlphabetOfJoinedLetters { return next.isAlphabetOfJoinedLetters }
        let isOfEmoji =
            properties.isEmoji || properties.isEmojiModifier || 0xFE0F == value
        return joiner.value == 0x200D && value > 0x7F && isOfEmoji && next.properties.isEmoji
    }

    /// Whether the letter belongs to writing in which letters are joined.
    private var isAlphabetOfJoinedLetters: Bool {
        switch value {
        // Arabic, Syriac, Thaana, N'Ko and their supplements; the scripts of India and Sri Lanka.
        case 0x0600...0x08FF, 0x0900...0x0DFF: true
        // Myanmar, Khmer, Mongolian; the forms of Arabic letters.
        case 0x1000...0x109F, 0x1780...0x18AF, 0xFB50...0xFDFF, 0xFE70...0xFEFE: true
        default: false
        }
    }

    /// Whether the character has several looks to choose from.
    private func hasLooks(before next: Unicode.Scalar?) -> Bool {
        if properties.isIdeographic || 0x1000...0x109F ~= value { return true }
        guard properties.isEmoji else { return false }
        // A digit has them on a key only.
        return value > 0x7F || next?.value == 0x20E3
    }
}
