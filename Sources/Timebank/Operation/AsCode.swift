extension String {
    /// The text as a number or a code is read: with ASCII in place of what looks just like it
    /// (wide letters and digits, the other hyphens, the other blanks), and without signs that
    /// nobody sees, which come along when something is copied from a message.
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
