import Ledger
import Support
import Testing

@testable import Timebank

/// Numbers and codes as people type and paste them: one normalisation for all of them.
@Suite struct TypedCodesTests {
    @Test(arguments: Seeds.some)
    func `a number or a code is the same, however it is disguised`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<400 {
            let ordinal = Int.random(in: 0...99_999_999, using: &random)
            let number = MemberNumber.issued(ordinal)
            let typed = disguised(number.description, &random)
            #expect(MemberNumber(typed)?.issuedForm == number.description, "\(seed) \(typed)")
            #expect(MemberNumber(typed)?.looksMistyped == false, "\(seed) \(typed)")
            let card = CardCode(drawing: &random)
            let scanned = disguised(card.description, &random)
            #expect(CardCode(scanned) == card, "\(seed) \(scanned)")
            let bits = random.next()
            let code = SetUpCode(drawing: Dice { bits })
            let pasted = disguised(code.revealed, &random)
            #expect(SetUpCode(pasted) == code, "\(seed) \(pasted)")
            guard case .number(let named)? = MemberName(typed) else {
                Issue.record("\(seed) \(typed)")
                continue
            }
            #expect(named.issuedForm == number.description)
            guard case .member(let held)? = AccountName("member:\(typed)") else {
                Issue.record("\(seed) \(typed)")
                continue
            }
            #expect(held.issuedForm == number.description)
        }
    }

    @Test(arguments: [
        "1002K", "1002 k", "1002-k", "1002\u{A0}K", "１００２Ｋ", "１００２－Ｋ", "1002-K\t",
        "1002-K\n", "\u{FEFF}1002-K\r\n", "1002\u{2011}K", "1002\u{2212}k", "1002ーＫ",
        "1002 - K", "1002\u{AD}-K", "𝟏𝟎𝟎𝟐𝐊", "①⓪⓪②Ⓚ",
    ])
    func `a number is read as people type and paste it`(text: String) {
        #expect(MemberNumber(text)?.issuedForm == "1002-K")
    }

    @Test func `compatibility forms are those of Unicode`() {
        for (form, plain) in [
            ("ª", "a"), ("²", "2"), ("ſ", "s"), ("ʰ", "h"), ("ⁿ", "n"), ("₉", "9"), ("ℂ", "C"),
            ("K", "K"), ("Ⅽ", "C"), ("⑨", "9"), ("Ⓩ", "Z"), ("ⓐ", "a"), ("︴", "_"), ("﹣", "-"),
            ("！", "!"), ("～", "~"), ("𝒜", "A"), ("𝔷", "z"), ("𝟿", "9"), ("🄰", "A"), ("🯹", "9"),
        ] {
            #expect(form.asCode == plain, "\(form)")
        }
        for text in ["Ł", "١", "д", "😀", "½", "é"] { #expect(text.asCode == text) }
    }

    @Test func `a number of another system is found before ours that looks like it`() async throws {
        try await withTown(on: .sqlite) { town in
            let ours = town.ada.number
            let bare = ours.filter { $0 != "-" }
            func found(_ text: String) async throws -> Member.ID? {
                let number = try #require(MemberNumber(text))
                return try await town.database.read { tx in
                    try tx.member(numbered: number, in: town.network.id)?.id
                }
            }
            #expect(try await found(bare.lowercased()) == town.ada.id)
            let theirs = try await town.perform(
                AddMember(name: "Cy", number: MemberNumber(bare)),
                as: .coordinator
            )
            #expect(try await found(bare.lowercased()) == theirs.id)
            #expect(try await found(ours) == town.ada.id)
        }
    }

    /// Other characters for the same ones, spaces and dashes between, and white space around.
    private func disguised(_ text: String, _ random: inout SeededGenerator) -> String {
        var typed = ["", " ", "\u{FEFF}", "\t", "\u{3000}"].randomElement(using: &random) ?? ""
        for scalar in text.unicodeScalars {
            if scalar == "-" {
                typed +=
                    ["-", "", " ", "\u{A0}", "\u{2011}", "－", "–", " - "]
                    .randomElement(using: &random) ?? ""
                continue
            }
            let (upper, lower) = (String(scalar), String(scalar).lowercased())
            let wide = Unicode.Scalar(scalar.value + 0xFEE0).map { String($0) } ?? upper
            typed +=
                [upper, lower, wide, upper + "\u{200B}"].randomElement(using: &random) ?? upper
        }
        return typed
            + (["", " ", "\t", "\n", "\r\n", "\u{A0}"].randomElement(using: &random) ?? "")
    }
}
