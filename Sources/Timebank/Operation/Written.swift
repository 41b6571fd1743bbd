extension String {
    /// The text in the form in which all texts are stored: NFC, without invisible characters.
    ///
    /// Equal texts then have equal bytes, and no text can change the direction of text beside it.
    /// Invisible characters are kept where they have an effect: joiners between letters (in
    /// Persian, Malayalam, Sinhala and related scripts) and between the parts of an emoji.
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

    /// Whether it has any visible character.
    ///
    /// White space, invisible characters and the blank Braille pattern do not count.
    var showsSomething: Bool {
        unicodeScalars.contains { !$0.properties.isWhitespace && !$0.isUnseen && !$0.isEmptyCell }
    }
}

extension Unicode.Scalar {
    /// Whether it is invisible by itself.
    ///
    /// Examples are joiners, direction marks, soft hyphens, fillers, variation selectors and
    /// interlinear annotation marks.
    fileprivate var isUnseen: Bool {
        value > 0x7F && (properties.isDefaultIgnorableCodePoint || 0xFFF9...0xFFFB ~= value)
    }

    /// The blank Braille pattern, a cell without dots.
    fileprivate var isEmptyCell: Bool { value == 0x2800 }

    /// Whether this invisible character affects how its neighbours are drawn, and nothing else.
    fileprivate func does(after previous: Unicode.Scalar?, before next: Unicode.Scalar?) -> Bool {
        guard let previous else { return false }
        switch value {
        case 0x200C, 0x200D: return previous.isJoined(to: next, by: self)
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF: return previous.hasLooks(before: next)
        case 0x180B...0x180D, 0x180F: return 0x1800...0x18AF ~= previous.value
        // The flags of England, Scotland and Wales are a black flag followed by tag characters.
        case 0xE0020...0xE007F:
            return previous.value == 0x1F3F4 || 0xE0020...0xE007E ~= previous.value
        default: return false
        }
    }

    private func isJoined(to next: Unicode.Scalar?, by joiner: Unicode.Scalar) -> Bool {
        // A virama, which removes a letter's vowel, and a joiner after it form a letter of their
        // own in Malayalam, also at the end of a word.
        if properties.canonicalCombiningClass == .virama { return true }
        guard let next, next.properties.isAlphabetic || next.properties.isEmoji else {
            return false
        }
        if isAlphabetOfJoinedLetters { return next.isAlphabetOfJoinedLetters }
        let isOfEmoji =
            properties.isEmoji || properties.isEmojiModifier || 0xFE0F == value
        return joiner.value == 0x200D && value > 0x7F && isOfEmoji && next.properties.isEmoji
    }

    /// Whether the letter belongs to a script whose letters join.
    private var isAlphabetOfJoinedLetters: Bool {
        switch value {
        // Arabic, Syriac, Thaana, N'Ko and their supplements; the scripts of India and Sri Lanka.
        case 0x0600...0x08FF, 0x0900...0x0DFF: true
        // Myanmar, Khmer, Mongolian; the Arabic presentation forms.
        case 0x1000...0x109F, 0x1780...0x18AF, 0xFB50...0xFDFF, 0xFE70...0xFEFE: true
        default: false
        }
    }

    /// Whether variation selectors apply to the character.
    private func hasLooks(before next: Unicode.Scalar?) -> Bool {
        if properties.isIdeographic || 0x1000...0x109F ~= value { return true }
        guard properties.isEmoji else { return false }
        // A digit has variants only as a keycap emoji.
        return value > 0x7F || next?.value == 0x20E3
    }
}
