extension String {
    /// The text normalised for parsing as a number or a code, as everything that takes one does.
    ///
    /// Compatibility forms, such as full-width letters and digits, are replaced by ASCII
    /// (``Unicode/Scalar/compatible``), every space by a space, and every dash and minus sign by a
    /// hyphen. White space around it, tabs and line ends included, is dropped, and so are invisible
    /// characters, which come along when text is copied from a message.
    package var asCode: String {
        if utf8.allSatisfy({ 0x21...0x7E ~= $0 }) { return self }
        var plain = String.UnicodeScalarView()
        for scalar in written.unicodeScalars {
            if scalar.isDash {
                plain.append("-")
            } else if scalar.properties.generalCategory == .spaceSeparator {
                plain.append(" ")
            } else {
                plain.append(scalar.compatible ?? scalar)
            }
        }
        return String(plain).trimmed
    }

    /// The bytes of the symbols of a code, normalised and without the spaces and hyphens between
    /// them.
    var codeSymbols: [UInt8] {
        asCode.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }
    }
}

extension Unicode.Scalar {
    /// Whether it is a hyphen, a dash or a minus sign, or is typed in their place: the hyphen
    /// bullet, and the long vowel mark of Japanese keyboards.
    fileprivate var isDash: Bool {
        switch value {
        case 0x2212, 0x2043, 0x30FC, 0xFF70: true
        default: properties.generalCategory == .dashPunctuation
        }
    }
}
