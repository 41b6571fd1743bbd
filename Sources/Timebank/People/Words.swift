internal import Ledger
internal import Store

/// Folds text for searching: lower case, no accents, Polish ł and Croatian đ as l and d.
package enum Words {
    /// The distinct folded words of a text: at most 12, each cut to 40 characters.
    package static func folded(_ text: String) -> [String] {
        var seen: Set<String> = []
        let words = fold(text).split { !$0.isLetter && !$0.isNumber }
            .map { String($0.prefix(40)) }
            .filter { seen.insert($0).inserted }
        return Array(words.prefix(12))
    }

    /// Removes case, accents and invisible characters from a text.
    ///
    /// Each letter is decomposed into a base letter and combining marks, and the marks are dropped;
    /// so `Phạm` becomes `pham`, however it is encoded. If you change this function, members are
    /// found by different words; ``WordIndex`` then rebuilds the index of existing stores.
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

    /// The letters that Unicode does not decompose, with what they are folded to.
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
    /// Whether the scalar is an accent or is invisible.
    ///
    /// Vowel signs of Indic and Thai scripts are marks too, but not accents; their combining class
    /// is 0.
    fileprivate var isMark: Bool {
        properties.isDiacritic || properties.isDefaultIgnorableCodePoint
            || properties.canonicalCombiningClass != .notReordered
    }

    /// The ASCII character of which this is the full-width form; nil for any other scalar.
    fileprivate var narrow: Unicode.Scalar? {
        0xFF01...0xFF5E ~= value ? Unicode.Scalar(value - 0xFEE0) : nil
    }
}

extension Transaction {
    /// Replaces a member's entries in the search index by the words of a name.
    func indexWords(of name: String, for member: Member.ID, in network: Network.ID) throws {
        try run("DELETE FROM word WHERE member = $1", member)
        try addWords(of: name, for: member, in: network)
    }

    /// Adds the words of a name to the search index, for a member who has no entries yet.
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
