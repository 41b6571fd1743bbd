import Testing
import Timebank

/// What is wrong with a file is named by line, column, value and reason, and nothing crashes.
@Suite struct CSVProblemTests {
    @Test func `Latin-1 taken for UTF-8 is named, and the other rows are read`() throws {
        let latin = Array("name,town\r\nMu".utf8) + [0xF1] + Array("oz,Wisbech\r\nAda,Ely\r\n".utf8)
        let read = try Reading(bytes: latin)
        #expect(read.rows == [["Ada", "Ely"]])
        let problem = try #require(read.problems.first)
        #expect(problem.line == 2 && problem.column == "name" && problem.value == "Muñoz")
        #expect(problem.reason == .notUTF8)
        #expect(problem.reason.sentence.contains("Save the file as UTF-8"))
        #expect(problem.description.hasPrefix("line 2, column name, “Muñoz”: "))
    }

    @Test func `letters split between two cells are still wrong`() throws {
        let bytes = Array("a,b\n".utf8) + [0xC3, 0x2C, 0xB1, 0x0A]
        #expect(try Reading(bytes: bytes).problems.map(\.reason) == [.notUTF8])
    }

    @Test(
        arguments: [
            [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
            [0xF0, 0x80, 0x80, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xC3], [0xE2, 0x82],
            [0xFF],
            [0xF0, 0x9F, 0x98], [0xC3, 0x28], [0xE2, 0x28, 0xA1],
        ] as [[UInt8]]
    )
    func `bytes that only resemble UTF-8 are refused`(bytes: [UInt8]) throws {
        #expect(try Reading(bytes: Array("a\n".utf8) + bytes).problems.map(\.reason) == [.notUTF8])
    }

    @Test func `a cut-off file is named by the line where its last record begins`() throws {
        let read = try Reading("a,b\n1,2\n3,\"four\nfive\nsi")
        #expect(read.rows == [["1", "2"]])
        #expect(read.problems.map(\.line) == [3])
        #expect(read.problems.map(\.column) == ["b"])
        #expect(read.problems.map(\.value) == ["four five si"])
        #expect(read.problems.map(\.reason) == [.unclosedQuote])
    }

    @Test func `a record with too few or too many cells is named`() throws {
        let read = try Reading("a,b,c\n1,2\n1,2,3\n1,2,3,4\n")
        #expect(read.rows == [["1", "2", "3"]])
        #expect(read.problems.map(\.line) == [2, 4])
        #expect(read.problems.map(\.reason) == [.tooFewFields(2, of: 3), .tooManyFields(4, of: 3)])
    }

    @Test func `text after a closing quotation mark is named`() throws {
        let read = try Reading("a,b\n\"Jo\" Smith,2\n\"x\"y\"z\",3\n1,2\n")
        #expect(read.rows == [["1", "2"]])
        #expect(read.problems.map(\.line) == [2, 3])
        #expect(read.problems.allSatisfy { $0.reason == .textAfterQuote && $0.column == "a" })
    }

    @Test func `NUL bytes are named`() throws {
        let read = try Reading("a,b\n1,\u{0}2\n\"3\u{0}\",4\n\u{0}\n5,6\n")
        #expect(read.rows == [["5", "6"]])
        #expect(read.problems.map(\.line) == [2, 3, 4])
        #expect(read.problems.map(\.column) == ["b", "a", "a"])
        #expect(read.problems.allSatisfy { $0.reason == .nullByte })
    }

    @Test(arguments: [false, true])
    func `a cell holds 64 KiB and no more`(isQuoted: Bool) throws {
        let mark = isQuoted ? "\"" : ""
        let longest = String(repeating: "é", count: CSVRecord.fieldBytesMax / 2)
        let text = "a,b\n1,\(mark)\(longest)\(mark)\n2,\(mark)\(longest)x\(mark)\n3,4\n"
        for chunkSize in [7, 1_000, 256 * 1024] {
            let read = try Reading(bytes: Array(text.utf8), chunkSize: chunkSize)
            #expect(read.rows == [["1", longest], ["3", "4"]])
            #expect(read.problems.map(\.reason) == [.fieldTooLong])
            #expect(read.problems.map(\.column) == ["b"])
        }
    }

    @Test(arguments: ["", "\"", "\"\n"], [1_000, 256 * 1024])
    func `a record that does not end within 1 MiB ends the reading, by its line`(
        opening: String,
        chunk: Int
    ) throws {
        let filler: UInt8 = opening.hasSuffix("\n") ? 0x0A : 0x20
        let bytes =
            Array("a\n1\n\(opening)".utf8)
            + [UInt8](repeating: filler, count: CSVRecord.bytesMax + 1)
        let problem = try #require(throws: ImportProblem.self) {
            var reader = try CSVReader(chunkSize: chunk, CSVReader.source(of: bytes))
            var problems = ProblemList()
            while try reader.next(noting: &problems) != nil {}
        }
        #expect(problem.line == 3 && problem.reason == .recordTooLong)
    }

    @Test func `a file that never ends and has no line is no CSV file`() throws {
        for byte in [0, 0x20, 0x2C, 0x22] as [UInt8] {
            #expect(throws: ImportProblem.self, "\(byte)") {
                var reader = try CSVReader { buffer in
                    buffer.initializeMemory(as: UInt8.self, repeating: byte)
                    return buffer.count
                }
                var problems = ProblemList()
                while try reader.next(noting: &problems) != nil {}
            }
        }
    }

    @Test func `a record holds a thousand cells and no more`() throws {
        let columns = (1...1_000).map { "c\($0)" }.joined(separator: ",")
        let row = String(repeating: ",", count: 999)
        let read = try Reading("\(columns)\n\(row)\n\(row),\n\(row)\n")
        #expect(read.lines == [2, 4])
        #expect(read.problems.map(\.reason) == [.recordTooWide])
        #expect(try Reading("\(columns),\n").problems.map(\.reason) == [.recordTooWide])
    }

    @Test func `a file without a header that can be read has one problem`() throws {
        #expect(try Reading("").problems.map(\.reason) == [.emptyFile])
        #expect(try Reading("\u{FEFF}\r\n\n").problems.map(\.reason) == [.emptyFile])
        #expect(try Reading("\"a,b\n1,2\n").problems.map(\.reason) == [.unclosedQuote])
        #expect(try Reading("a,A\n1,2\n").problems.map(\.reason) == [.duplicateColumn])
        #expect(try Reading(bytes: [0x61, 0xF1, 0x0A]).problems.map(\.reason) == [.notUTF8])
        #expect(try Reading(bytes: [0xFF, 0xFE, 0x61, 0]).problems.map(\.reason) == [.utf16])
    }

    @Test func `the first hundred problems are kept and all are counted`() {
        var list = ProblemList()
        #expect(list.isEmpty)
        for line in 1...250 {
            list.note(ImportProblem(line: line, column: nil, value: "", reason: .nullByte))
        }
        #expect(list.count == 250 && !list.isEmpty)
        #expect(list.shown.map(\.line) == Array(1...100))
    }

    @Test func `a value is shown in sixty characters, on one line`() {
        func shown(_ value: String) -> String {
            ImportProblem(line: 1, column: nil, value: value, reason: .nullByte).value
        }
        #expect(shown(String(repeating: "ñ", count: 60)) == String(repeating: "ñ", count: 60))
        #expect(shown(String(repeating: "ñ", count: 61)) == String(repeating: "ñ", count: 59) + "…")
        #expect(shown("a\r\nb\u{1B}[2Jc") == "a  b [2Jc")
        #expect(shown("e" + String(repeating: "\u{301}", count: 100_000)).utf8.count < 1_000)
    }

    @Test(arguments: [
        "MuÃ±oz", "Å»aneta", "JÄ\u{81}nis", "WÅ‚adysÅ‚aw", "Å\u{BD}ydrÅ«nas", "GyÅ‘zÅ‘", "SÃ£o",
        "Cafe â€“ open", "itâ€™s", "â‚¬5", "ï»¿name", "ðŸ˜€", "Ð\u{9D}Ð°Ñ‚Ð°ÑˆÐ°", "TÅ·",
        "CÃ\u{83}Â¡", "Â£5",
    ])
    func `text that became UTF-8 twice is seen`(text: String) {
        #expect(Windows1252.looksDoubleEncoded(text))
    }

    @Test(arguments: [
        "", "Munoz", "Muñoz", "Żaneta Łódź", "Jānis Bērziņš", "Žydrūnas Šimkūnas", "Győző",
        "São João",
        "NÃO", "«CAFÉ»", "é…”", "“Über”", "Наташа", "Tŷ Gŵyr", "5 °C – £3", "😀", "Â", "Ã", "日本",
        "it’s", "Zoë’s “CRÈME”", "ÇA…",
    ])
    func `text that is as it should be is left alone`(text: String) {
        #expect(!Windows1252.looksDoubleEncoded(text))
    }
}
