internal import Ledger
internal import Store

/// Words as they are searched: lower case, without accents, Polish ł and Croatian đ as l and d.
package enum Words {
    /// The different words of a text, folded, at most 12 of at most 40 characters.
    package static func folded(_ text: String) -> [String] {
        var seen: Set<String> = []
        let words = fold(text).split { !$0.isLetter && !$0.isNumber }
            .map { String($0.prefix(40)) }
            .filter { seen.insert($0).inserted }
        return Array(words.prefix(12))
    }

    /// A text without case, accents and signs that nobody sees.
    ///
    /// Each letter is taken apart into a plain one and its marks, and the marks are left out; so
    /// `Phạm`, however its bytes say it, is `pham`. A change here changes what members are found
    /// by: ``WordIndex`` makes the index of older stores anew.
    package static func fold(_ text: String) -> String {
        if text.isPlain { return text.lowercased() }
        var folded = String.UnicodeScalarView()
        for scalar in text.lowercased().decomposed {
            if scalar.value <= 0x7F {
                folded.append(scalar)
            } else if let plain = plain[scalar] {
                folded.append(contentsOf: plain.unicodeScalars)
            } else if let narrow = scalar.narrow {
                folded.append(narrow)
            } else if !scalar.isMark {
                folded.append(scalar)
            }
        }
        return String(folded)
    }

    /// Letters that Unicode does not take apart, and what they are searched as.
    private static let plain: [Unicode.Scalar: String] = {
        var table: [Unicode.Scalar: String] = [
            "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ĳ": "ij", "ς": "σ", "ſ": "s",
        ]
        for (letter, others) in [
            ("b", "ƀɓ"), ("d", "đðɖɗ"), ("g", "ǥɠ"), ("h", "ħ"), ("i", "ıɨ"), ("k", "ƙĸ"),
            ("l", "łɫƚ"), ("n", "ŋɲŉƞ"), ("o", "øɵ"), ("t", "ŧƭʈ"), ("u", "ʉ"), ("y", "ƴ"),
            ("z", "ƶ"),
        ] {
            for scalar in others.unicodeScalars { table[scalar] = letter }
        }
        return table
    }()
}

extension Unicode.Scalar {
    /// Whether it is a mark on a letter, or has no look of its own.
    ///
    /// Vowels of India's and Thai writing are marks too, but no accents: they have class 0.
    fileprivate var isMark: Bool {
        properties.isDiacritic || properties.isDefaultIgnorableCodePoint
            || properties.canonicalCombiningClass != .notReordered
    }

    /// The ASCII character of which this is the wide form.
    fileprivate var narrow: Unicode.Scalar? {
        0xFF01...0xFF5E ~= value ? Unicode.Scalar(value - 0xFEE0) : nil
    }
}

extension Transaction {
    /// Makes a member findable by the words of a name.
    func indexWords(of name: String, for member: Member.ID, in network: Network.ID) throws {
        try run("DELETE FROM word WHERE member = $1", member)
        try addWords(of: name, for: member, in: network)
    }

    /// Makes somebody findable who was not before.
    func addWords(of name: String, for member: Member.ID, in network: Network.ID) throws {
        for word in Words.folded(name) {
            try run(
                """
                INSERT INTO word (network, word, member) VALUES ($1, $2, $3)
                ON CONFLICT DO NOTHING
                """,
                network,
                word,
                member
            )
        }
    }
}
