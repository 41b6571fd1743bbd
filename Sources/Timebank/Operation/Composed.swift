@_spi(_Unicode) internal import Swift

// Unicode's canonical forms, which the standard library has and offers to Foundation only. All
// that is used of it stands in this file.
extension String {
    /// The text in Unicode's composed form (NFC), in which an `é` is always the same bytes.
    var composed: String {
        isPlain ? self : String(String.UnicodeScalarView(_nfc))
    }

    /// The text in Unicode's decomposed form (NFD): letters, then the marks on them.
    var decomposed: String.UnicodeScalarView {
        isPlain ? unicodeScalars : String.UnicodeScalarView(_nfd)
    }

    /// Whether all of it is ASCII, as most is, and has one form only.
    var isPlain: Bool { utf8.allSatisfy { $0 < 0x80 } }
}
