/// Base64url without padding (RFC 4648), for bytes in an address or a header.
enum Base64URL {
    private static var symbols: StaticString {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    }

    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var rest: UInt32 = 0
        var bits = 0
        for byte in bytes {
            rest = rest << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(symbols.utf8Start[Int(rest >> UInt32(bits) & 63)])
            }
        }
        if bits > 0 { text.append(symbols.utf8Start[Int(rest << UInt32(6 - bits) & 63)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The encoded bytes; nil if the text is not the canonical encoding of any bytes.
    static func decode(_ text: Substring) -> [UInt8]? {
        var bytes: [UInt8] = []
        var rest: UInt32 = 0
        var bits = 0
        for symbol in text.utf8 {
            guard let value = value(of: symbol) else { return nil }
            rest = rest << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: rest >> UInt32(bits)))
            }
        }
        // The unused bits must be zeros that pad the last symbol, and fewer than six.
        guard bits < 6, rest & (1 << UInt32(bits) - 1) == 0 else { return nil }
        return bytes
    }

    private static func value(of symbol: UInt8) -> UInt8? {
        switch symbol {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): symbol - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): symbol - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): symbol - UInt8(ascii: "0") + 52
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
