/// A password that somebody types, as it is hashed.
///
/// It is composed (NFC) and has the blank of the space bar for every other one: keyboards differ in
/// both, and nobody sees it (RFC 8265, OpaqueString).
struct TypedPassword: Sendable {
    /// What is hashed and compared.
    let text: String
    /// The bytes as they came, which older versions hashed; none where these are the same.
    let older: String?

    /// A password as it was typed.
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
