extension String {
    /// The text normalised for parsing as a number or a code.
    ///
    /// ASCII replaces its look-alikes: full-width letters and digits, other hyphens and minus
    /// signs, other spaces. Invisible characters, which come along when text is copied from a
    /// message, are removed.
    var asCode: String {
        if isPlain { return self }
        var plain = String.UnicodeScalarView()
        for scalar in written.unicodeScalars {
            switch scalar.value {
            case 0x2010...0x2015, 0x2212: plain.append("-")
            case 0xFF01...0xFF5E: plain.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            default: plain.append(scalar.isBlank ? " " : scalar)
            }
        }
        return String(plain)
    }
}

extension Unicode.Scalar {
    fileprivate var isBlank: Bool { properties.generalCategory == .spaceSeparator }
}
