// Letters, digits and signs that Unicode's compatibility form (NFKC) replaces by one ASCII
// character. The standard library implements only NFC and NFD, so those that can occur in a number
// or a code stand here.
extension Unicode.Scalar {
    /// The ASCII character of which this is a compatibility form, such as `1` for `１`, `¹` and `①`;
    /// nil for any other scalar.
    var compatible: Unicode.Scalar? {
        switch value {
        case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0)
        // The alphabets of mathematics: thirteen times 26 capital and 26 small letters, in the
        // order of ASCII. Letters that are missing there stand in the table below.
        case 0x1D400...0x1D6A3: Self.mathematicalLetter(value - 0x1D400)
        case 0x1D7CE...0x1D7FF: Unicode.Scalar(0x30 + (value - 0x1D7CE) % 10)
        default: Self.table[self]
        }
    }

    private static func mathematicalLetter(_ place: UInt32) -> Unicode.Scalar? {
        let letter = place % 52
        return Unicode.Scalar(letter < 26 ? 0x41 + letter : 0x61 + letter - 26)
    }

    private static let table: [Unicode.Scalar: Unicode.Scalar] = {
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (plain, forms) in forms { for form in forms.unicodeScalars { table[form] = plain } }
        return table
    }()

    private static let forms: [(Unicode.Scalar, String)] = [
        ("#", "﹟"), (".", "․﹒"), ("0", "⁰₀⓪🯰"), ("1", "¹₁①🯱"), ("2", "²₂②🯲"), ("3", "³₃③🯳"),
        ("4", "⁴₄④🯴"), ("5", "⁵₅⑤🯵"), ("6", "⁶₆⑥🯶"), ("7", "⁷₇⑦🯷"), ("8", "⁸₈⑧🯸"),
        ("9", "⁹₉⑨🯹"), (":", "︓﹕"), ("A", "ᴬⒶ🄰"), ("B", "ᴮℬⒷ🄱"), ("C", "ℂℭⅭⒸꟲ🄫🄲"),
        ("D", "ᴰⅅⅮⒹ🄳"), ("E", "ᴱℰⒺ🄴"), ("F", "ℱⒻꟳ🄵"), ("G", "ᴳⒼ🄶"), ("H", "ᴴℋℌℍⒽ🄷"),
        ("I", "ᴵℐℑⅠⒾ🄸"), ("J", "ᴶⒿ🄹"), ("K", "ᴷKⓀ🄺"), ("L", "ᴸℒⅬⓁ🄻"), ("M", "ᴹℳⅯⓂ🄼"),
        ("N", "ᴺℕⓃ🄽"), ("O", "ᴼⓄ🄾"), ("P", "ᴾℙⓅ🄿"), ("Q", "ℚⓆꟴ🅀"), ("R", "ᴿℛℜℝⓇ🄬🅁"),
        ("S", "Ⓢ🅂"), ("T", "ᵀⓉ🅃"), ("U", "ᵁⓊ🅄"), ("V", "ⅤⓋⱽ🅅"), ("W", "ᵂⓌ🅆"), ("X", "ⅩⓍ🅇"),
        ("Y", "Ⓨ🅈"), ("Z", "ℤℨⓏ🅉"), ("_", "︳︴﹍﹎﹏"), ("a", "ªᵃₐⓐ"), ("b", "ᵇⓑ"), ("c", "ᶜⅽⓒ"),
        ("d", "ᵈⅆⅾⓓ"), ("e", "ᵉₑℯⅇⓔ"), ("f", "ᶠⓕ"), ("g", "ᵍℊⓖ"), ("h", "ʰₕℎⓗ"),
        ("i", "ᵢⁱℹⅈⅰⓘ"), ("j", "ʲⅉⓙⱼ"), ("k", "ᵏₖⓚ"), ("l", "ˡₗℓⅼⓛ"), ("m", "ᵐₘⅿⓜ"),
        ("n", "ⁿₙⓝ"), ("o", "ºᵒₒℴⓞ"), ("p", "ᵖₚⓟ"), ("q", "ⓠ𐞥"), ("r", "ʳᵣⓡ"), ("s", "ſˢₛⓢ"),
        ("t", "ᵗₜⓣ"), ("u", "ᵘᵤⓤ"), ("v", "ᵛᵥⅴⓥ"), ("w", "ʷⓦ"), ("x", "ˣₓⅹⓧ"), ("y", "ʸⓨ"),
        ("z", "ᶻⓩ"),
    ]
}
