/// Tells code from comments and from what stands between quotes.
///
/// It knows nested comments, raw and multi-line strings, interpolations (which are code again) and
/// names between backticks. It does not know regular expressions between slashes; a quote in one
/// confuses it until the end of that line and no further.
struct Lexer {
    /// A text of the same shape (the same lines) for each part, the other part blanked out.
    struct Parts {
        let code: String
        let strings: String
    }

    private enum Mode {
        /// Code; inside an interpolation, how many parentheses are open, otherwise `nil`.
        case code(open: Int?)
        case string(hashes: Int, multiline: Bool)
    }

    private let bytes: [UInt8]
    private var index = 0
    private var modes: [Mode] = [.code(open: nil)]
    private var code: [UInt8] = []
    private var strings: [UInt8] = []

    private init(_ text: String) {
        bytes = Array(text.utf8)
        code.reserveCapacity(bytes.count)
        strings.reserveCapacity(bytes.count)
    }

    static func parts(of text: String) -> Parts {
        var lexer = Lexer(text)
        while lexer.index < lexer.bytes.count {
            lexer.step()
        }
        return Parts(
            code: String(decoding: lexer.code, as: UTF8.self),
            strings: String(decoding: lexer.strings, as: UTF8.self)
        )
    }

    private mutating func step() {
        switch modes[modes.count - 1] {
        case .code(let open): stepInCode(open: open)
        case .string(let hashes, let multiline): stepInString(hashes, multiline)
        }
    }

    private mutating func stepInCode(open: Int?) {
        switch bytes[index] {
        case UInt8(ascii: "/") where sees("//"):
            while index < bytes.count, !atNewline { blank() }
        case UInt8(ascii: "/") where sees("/*"): skipBlockComment()
        case UInt8(ascii: "`"): takeQuotedName()
        case UInt8(ascii: "\""), UInt8(ascii: "#"): stepAtQuote()
        case UInt8(ascii: "("), UInt8(ascii: ")"):
            if let open { follow(parenthesis: bytes[index], open: open) }
            takeCode()
        default: takeCode()
        }
    }

    private mutating func stepAtQuote() {
        var hashes = 0
        while sees("#", at: hashes) { hashes += 1 }
        guard sees("\"", at: hashes) else { return takeCode() }
        let multiline = sees("\"\"\"", at: hashes)
        for _ in 0..<(hashes + (multiline ? 3 : 1)) { takeCode() }
        modes.append(.string(hashes: hashes, multiline: multiline))
    }

    /// Counts parentheses inside an interpolation, whose last one leads back into the string.
    private mutating func follow(parenthesis byte: UInt8, open: Int) {
        if byte == UInt8(ascii: ")"), open == 0 {
            modes.removeLast()
        } else {
            modes[modes.count - 1] = .code(open: byte == UInt8(ascii: "(") ? open + 1 : open - 1)
        }
    }

    private mutating func stepInString(_ hashes: Int, _ multiline: Bool) {
        let marks = String(repeating: "#", count: hashes)
        switch bytes[index] {
        case UInt8(ascii: "\"") where sees((multiline ? "\"\"\"" : "\"") + marks):
            for _ in 0..<(hashes + (multiline ? 3 : 1)) { takeCode() }
            modes.removeLast()
        case UInt8(ascii: "\\") where sees("\\\(marks)("):
            for _ in 0..<(hashes + 2) { takeCode() }
            modes.append(.code(open: 0))
        case UInt8(ascii: "\\") where hashes == 0:
            takeString()
            if index < bytes.count { takeString() }
        case .newline where !multiline:
            modes.removeLast()
            blank()
        default: takeString()
        }
    }

    private mutating func skipBlockComment() {
        var depth = 0
        repeat {
            if sees("/*") {
                depth += 1
                blank()
            } else if sees("*/") {
                depth -= 1
                blank()
            }
            if index < bytes.count { blank() }
        } while depth > 0 && index < bytes.count
    }

    /// A name between backticks may be a whole sentence; it becomes one word.
    private mutating func takeQuotedName() {
        repeat {
            put(bytes[index].isWord ? bytes[index] : UInt8(ascii: "_"), in: .blank)
        } while index < bytes.count && bytes[index] != UInt8(ascii: "`") && !atNewline
        if index < bytes.count, !atNewline { put(UInt8(ascii: "_"), in: .blank) }
    }

    private var atNewline: Bool { bytes[index] == .newline }

    private func sees(_ text: String, at offset: Int = 0) -> Bool {
        bytes[(index + offset)...].starts(with: text.utf8)
    }

    private mutating func takeCode() { put(bytes[index], in: .blank) }
    private mutating func takeString() { put(.blank, in: bytes[index]) }
    private mutating func blank() { put(.blank, in: .blank) }

    /// Moves on by one byte; both parts keep every line end.
    private mutating func put(_ codeByte: UInt8, in stringByte: UInt8) {
        code.append(atNewline ? .newline : codeByte)
        strings.append(atNewline ? .newline : stringByte)
        index += 1
    }
}

extension UInt8 {
    static let newline = UInt8(ascii: "\n")
    static let blank = UInt8(ascii: " ")

    var isWord: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 128...255:
            true
        default: false
        }
    }
}
