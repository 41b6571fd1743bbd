internal import Testing
@testable internal import Timebank

@Suite struct WrittenTests {
    @Test func `a text is kept composed and without signs that nobody sees`() {
        for (typed, kept) in [
            ("Zoe\u{301} Nowak", "Zo\u{E9} Nowak"),
            ("Pha\u{323}m", "Ph\u{1EA1}m"),
            ("Ada\u{200B} Nowak\u{FEFF}", "Ada Nowak"),
            ("A\u{202E}B", "AB"), ("\u{2067}Ada\u{2069}", "Ada"), ("A\u{AD}da", "Ada"),
            ("Ada\u{200D}", "Ada"), ("A\u{200D}da", "Ada"), ("A\u{200C}da", "Ada"),
            ("A\u{FE0F}da", "Ada"), ("Ada\u{3164}", "Ada"), ("e\u{200B}\u{301}", "\u{E9}"),
            ("1\u{FE0F}", "1"), ("Ada\u{E0041}", "Ada"),
        ] {
            #expect(typed.written.utf8.elementsEqual(kept.utf8), "\(typed.debugDescription)")
        }
    }

    @Test func `Arabic, Hebrew, joined letters and emoji stay as they are`() {
        for text in [
            "سارة", "שרה לוי", "می\u{200C}خواهم", "ක්\u{200D}රි", "ന്\u{200D}", "क्\u{200D}ष",
            "👩\u{200D}👩\u{200D}👧", "❤\u{FE0F}", "❤\u{FE0F}\u{200D}🔥", "1\u{FE0F}\u{20E3}",
            "👩🏽\u{200D}🌾", "葛\u{E0100}",
            "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
        ] {
            #expect(text.written.utf8.elementsEqual(text.composed.utf8), "\(text)")
        }
    }

    @Test func `a text that shows nothing counts as missing where one is needed`() throws {
        for blank in ["\u{200B}", "\u{2060}\u{FEFF}", " \u{200E} ", "\u{3164}", "\u{2800}", ""] {
            #expect(throws: FieldRefusal.invalid(field: "name", .missing)) {
                try FieldRules.text("name", blank, 1...120)
            }
            #expect(throws: Never.self) { try FieldRules.text("note", blank, 0...120) }
        }
        #expect(try FieldRules.text("name", " A\u{202E}B\u{200B} ", 1...120) == "AB")
        #expect(try FieldRules.optional("phone", "\u{200B}", upTo: 40) == nil)
    }

    @Test func `what is read from right to left is put apart from what stands beside it`() {
        #expect("Ada Nowak – 5 €".bidiIsolated == "Ada Nowak – 5 €")
        #expect("סבתא".bidiIsolated == "\u{2068}סבתא\u{2069}")
        #expect("A\u{202E}B".bidiIsolated == "\u{2068}AB\u{2069}")
        #expect("\u{2067}A".bidiIsolated == "\u{2068}\u{2067}A\u{2069}\u{2069}")
        #expect("A\u{2069}B".bidiIsolated == "AB")
        #expect("סבתא".bidiIsolated.bidiIsolated == "\u{2068}\u{2068}סבתא\u{2069}\u{2069}")
        let said = Catalogue.text(AccountsText.moveGiftIn, in: .english, ["name": .word("סבתא")])
        #expect(said == "From \u{2068}סבתא\u{2069}")
    }

    @Test func `letters are searched without accents, however their bytes say them`() {
        for (text, words) in [
            ("Phạm Đỗ", ["pham", "do"]), ("Pha\u{323}m", ["pham"]), ("Nguyễn", ["nguyen"]),
            ("Łódź ŻÓŁĆ", ["lodz", "zolc"]), ("Straße Møller Þór", ["strasse", "moller", "thor"]),
            ("İstanbul ırmak", ["istanbul", "irmak"]), ("Ёлка Йод", ["елка", "иод"]),
            ("Ａｄａ", ["ada"]), ("Kalniņš", ["kalnins"]), ("Ẁẃẅ Ỳ", ["www", "y"]),
            ("A\u{200B}da", ["ada"]), ("ΟΔΟΣ", ["οδοσ"]), ("किरण", ["किरण"]),
        ] {
            #expect(Words.folded(text) == words, "\(text)")
        }
    }

    @Test func `numbers and codes are read with what looks just like their characters`() {
        #expect(MemberNumber("\u{200B}1001\u{2011}K ")?.description == "1001-K")
        #expect(MemberNumber("１００１－Ｋ")?.description == "1001-K")
        #expect(MemberNumber("1001\u{A0}K")?.description == "1001 K")
        #expect(MemberNumber("Ł1") == nil)
        let card = CardCode("0000000000")
        #expect(card != nil && CardCode("00000\u{2013}0000\u{FF10}") == card)
    }
}
