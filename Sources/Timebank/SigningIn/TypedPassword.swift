/// A typed password, normalised for hashing.
///
/// It is in NFC, with every kind of space replaced by U+0020, since keyboards differ in both and
/// users cannot see it (the OpaqueString profile of RFC 8265).
struct TypedPassword: Sendable {
    /// The text that is hashed and compared.
    let text: String
    /// The typed text, whose bytes older versions hashed; nil if they are the same bytes.
    let older: String?

    /// Normalises a password.
    init(_ typed: String) {
        guard !typed.isPlain else {
            text = typed
            older = nil
            return
        }
        let blanks = String.UnicodeScalarView(
            typed.unicodeScalars.map {
                $0.properties.generalCategory == .spaceSeparator ? " " : $0
            }
        )
        text = String(blanks).composed
        older = text.utf8.elementsEqual(typed.utf8) ? nil : typed
    }
}
