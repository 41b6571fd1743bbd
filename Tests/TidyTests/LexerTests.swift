import Testing

/// Every rule stands on the lexer, so it is shown to tell code from what only looks like it.
@Suite struct LexerTests {
    @Test(arguments: [
        ("let a = 1 // try!", "let a = 1        "),
        ("a /* try! /* b */ c */ d", "a                      d"),
        (#"say("try!") + b"#, #"say("    ") + b"#),
        (#"say("a \(b("c")) d") + e"#, #"say("  \(b(" "))  ") + e"#),
        (#"say("\"try!") + b"#, #"say("      ") + b"#),
        (##"say(#"a " \(b) \#(c)"#) + d"##, ##"say(#"         \#(c)"#) + d"##),
        ("#if DEBUG", "#if DEBUG"),
        ("func `a \"word\"`() {}", "func _a__word__() {}"),
        ("let a = /\"/\nfatalError()", "let a = /\" \nfatalError()"),
    ])
    func `code is told from comments and strings`(text: String, code: String) {
        #expect(Lexer.parts(of: text).code == code)
    }

    @Test func `a string over many lines keeps its lines and loses its words`() {
        let quotes = "\"\"\""
        let parts = Lexer.parts(of: "run(\(quotes)\n  SELECT \"a\" \\(b)\n  \(quotes))\nc")
        #expect(parts.code == "run(\(quotes)\n             \\(b)\n  \(quotes))\nc")
        #expect(parts.strings.split(separator: "\n").contains { $0.contains("SELECT \"a\"") })
    }

    @Test func `both parts have the shape of the text`() {
        for file in Repository.everything {
            #expect(file.code.count == file.lines.count, "\(file.path)")
            #expect(file.strings.count == file.lines.count, "\(file.path)")
        }
    }
}
