import Support
import Testing
import Timebank

/// Writing, and reading what was written.
@Suite struct CSVWriterTests {
    @Test(
        arguments: [
            (["a", "b"], "a,b"), (["a,b", "c"], "\"a,b\",c"),
            (["say \"hi\""], "\"say \"\"hi\"\"\""),
            (["two\nlines", ""], "\"two\nlines\","), ([""], "\"\""), (["", ""], ","),
            (["=1+1", "+44", "-5", "@x"], "'=1+1,'+44,'-5,'@x"),
            (["\tx", "\ry"], "\"'\tx\",\"'\ry\""),
            (["'=1", "'tis", "5-3"], "''=1,'tis,5-3"), (["a;b", "Muñoz"], "\"a;b\",Muñoz"),
        ] as [(fields: [String], line: String)]
    )
    func `quotation marks and apostrophes stand where they are needed`(
        _ known: (fields: [String], line: String)
    ) {
        var bytes: [UInt8] = []
        CSVWriter.append(known.fields, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == known.line + "\r\n")
    }

    @Test(arguments: Seeds.some)
    func `any texts that are written are read back the same`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let alphabet = Array("ab ,;\t\"\r\n'=+-@\u{FEFF}ñ😀\u{301}".unicodeScalars)
        for _ in 0..<200 {
            let width = Int.random(in: 1...5, using: &random)
            let rows = (0..<Int.random(in: 1...8, using: &random)).map { _ in
                (0..<width).map { _ in Samples.text(of: alphabet, upTo: 9, &random) }
            }
            var bytes: [UInt8] = []
            CSVWriter.append((0..<width).map { "c;\($0)" }, to: &bytes)
            rows.forEach { CSVWriter.append($0, to: &bytes) }
            let chunkSize = Int.random(in: 40...100, using: &random)
            var reader = try CSVReader(chunkSize: chunkSize, CSVReader.source(of: bytes))
            var problems = ProblemList()
            var read: [[String]] = []
            while let record = try reader.next(noting: &problems) {
                read.append((0..<record.count).map { record[$0].unguarded.text })
            }
            #expect(problems.shown == [])
            // Compared by bytes: equal characters can be written in different ways.
            #expect(read.joined().map { Array($0.utf8) } == rows.joined().map { Array($0.utf8) })
            #expect(read.map(\.count) == rows.map(\.count))
        }
    }

    @Test(arguments: Seeds.some)
    func `no cell that is written begins like a formula`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let text = Samples.text(of: Array("=+-@\t\r'a".unicodeScalars), upTo: 4, &random)
            var bytes = Array("a\n".utf8)
            CSVWriter.append([text], to: &bytes)
            let cell = try Reading(bytes: bytes).rows.first?.first ?? ""
            #expect(!["=", "+", "-", "@", "\t", "\r"].contains(cell.unicodeScalars.first ?? "a"))
        }
    }
}
