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

    /// A text without case and accents.
    package static func fold(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            guard scalar.value > 127 else {
                folded.append(scalar)
                continue
            }
            if let plain = plain[scalar] {
                folded.append(contentsOf: plain.unicodeScalars)
            } else if !scalar.properties.isDiacritic {
                folded.append(scalar)
            }
        }
        return String(folded)
    }

    /// What the accented letters of the languages that Commonhour speaks, and their neighbours',
    /// are searched as.
    private static let plain: [Unicode.Scalar: String] = {
        var table: [Unicode.Scalar: String] = ["ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"]
        for (letter, accented) in [
            ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"),
            ("g", "ĝğġģ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"),
            ("l", "ĺļľł"), ("n", "ñńņňŋ"), ("o", "òóôõöøōŏő"), ("r", "ŕŗř"),
            ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűų"), ("w", "ŵẁẃẅ"),
            ("y", "ýÿŷỳ"), ("z", "źżž"), ("е", "ё"), ("и", "й"),
        ] {
            for scalar in accented.unicodeScalars { table[scalar] = letter }
        }
        return table
    }()
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
