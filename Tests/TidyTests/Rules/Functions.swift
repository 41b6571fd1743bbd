/// Finds the bodies of functions, initialisers, subscripts and computed properties.
///
/// It matches braces in code from which strings and comments are gone; it is no parser, but for
/// code that the formatter has been over it need not be one.
struct Functions {
    struct Body: Equatable {
        let name: String
        /// The line of the declaration's keyword.
        let declared: Int
        let lines: ClosedRange<Int>
    }

    private let code: [UInt8]
    private var index = 0
    private var line = 1

    static func bodies(in file: SourceFile) -> [Body] {
        var bodies: [Body] = []
        var reader = Functions(code: Array(file.code.joined(separator: "\n").utf8))
        while let word = reader.nextWord() {
            guard keywords.contains(word.text), !word.isMember else { continue }
            if let body = reader.copyOfBody(declared: word) { bodies.append(body) }
        }
        return bodies
    }

    private static let keywords: Set = ["deinit", "func", "init", "subscript", "var"]

    private struct Word {
        let text: String
        let line: Int
        /// Whether a dot stands before it: `self.init` calls, and declares nothing.
        let isMember: Bool
    }

    private init(code: [UInt8]) { self.code = code }

    private mutating func nextWord() -> Word? {
        while index < code.count, !code[index].isWord { advance() }
        guard index < code.count else { return nil }
        let start = index
        while index < code.count, code[index].isWord { advance() }
        return Word(
            text: String(decoding: code[start..<index], as: UTF8.self),
            line: line,
            isMember: start > 0 && code[start - 1] == UInt8(ascii: ".")
        )
    }

    private mutating func advance() {
        if code[index] == .newline { line += 1 }
        index += 1
    }

    /// Reads the body on a copy, so that functions inside functions are found as well.
    private func copyOfBody(declared: Word) -> Body? {
        var copy = self
        // A variable ends with its line, where a function's signature may go on.
        guard copy.findBrace(mayWrap: declared.text != "var") else { return nil }
        let first = copy.line
        var depth = 0
        while copy.index < code.count {
            if code[copy.index] == UInt8(ascii: "{") { depth += 1 }
            if code[copy.index] == UInt8(ascii: "}") { depth -= 1 }
            if depth == 0 { break }
            copy.advance()
        }
        return Body(
            name: ["func", "var"].contains(declared.text) ? nameAhead() : declared.text,
            declared: declared.line,
            lines: first...copy.line
        )
    }

    /// Goes to the brace that opens a body, if there is one before the declaration ends.
    private mutating func findBrace(mayWrap: Bool) -> Bool {
        var nested = 0
        while index < code.count {
            switch code[index] {
            case UInt8(ascii: "("), UInt8(ascii: "["): nested += 1
            case UInt8(ascii: ")") where nested > 0, UInt8(ascii: "]") where nested > 0: nested -= 1
            case UInt8(ascii: "{") where nested == 0: return true
            case UInt8(ascii: "}") where nested == 0, UInt8(ascii: ")"), UInt8(ascii: "]"):
                return false
            case UInt8(ascii: "=") where nested == 0 && !mayWrap: return false
            case .newline where nested == 0 && !mayWrap: return false
            default: break
            }
            advance()
        }
        return false
    }

    private func nameAhead() -> String {
        var copy = self
        return copy.nextWord()?.text ?? "?"
    }
}
