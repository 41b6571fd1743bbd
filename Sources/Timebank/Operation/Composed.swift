@_spi(_Unicode) internal import Swift

// Unicode normalisation. The standard library implements it but exposes it only to Foundation, as
// an SPI; this is the only file that uses that SPI.
extension String {
    /// The text in Unicode's composed form (NFC), so that equal characters have equal bytes.
    var composed: String {
        isPlain ? self : String(String.UnicodeScalarView(_nfc))
    }

    /// The scalars of Unicode's decomposed form (NFD): each letter is followed by its diacritics.
    var decomposed: String.UnicodeScalarView {
        isPlain ? unicodeScalars : String.UnicodeScalarView(_nfd)
    }

    /// Whether all of it is ASCII, which is the usual case and needs no normalisation.
    var isPlain: Bool { utf8.allSatisfy { $0 < 0x80 } }
}
