import Ledger
import Support
import Testing
import Timebank

/// Reading files as people's programs write them.
@Suite struct CSVReaderTests {
    @Test(arguments: ["\n", "\r\n", "\r"])
    func `any line end will do, and the last may be missing`(end: String) throws {
        let rows = ["a,b", "1,2", "3,4"]
        for text in [rows.joined(separator: end), rows.joined(separator: end) + end] {
            let read = try Reading(text)
            #expect(read.header == ["a", "b"])
            #expect(read.rows == [["1", "2"], ["3", "4"]])
            #expect(read.lines == [2, 3])
            #expect(read.problems.isEmpty)
        }
    }

    @Test(arguments: [",", ";", "\t"])
    func `the separator is the header's`(separator: String) throws {
        let read = try Reading("a,b;c\td\n1;2,3\t4\n".replacing(separator: separator))
        #expect(read.header?.count == 4)
        #expect(read.rows == [["1", "2", "3", "4"]])
    }

    @Test func `separators inside quotation marks do not count`() throws {
        let read = try Reading("\"a;b;c;d\",e\n1,2;3;4\n")
        #expect(read.rows == [["1", "2;3;4"]])
    }

    @Test func `a byte-order mark is no part of the first name`() throws {
        #expect(try Reading("\u{FEFF}a,b\n1,2\n").header == ["a", "b"])
        #expect(try Reading("\u{FEFF}\"a\",b\n1,2\n").header == ["a", "b"])
    }

    @Test func `quoted cells hold separators, quotation marks and new lines`() throws {
        let read = try Reading("a,b\r\n\"x,\"\"y\"\"\",\"one\r\ntwo\nthree\rfour\"\r\n\"\",z\r\n")
        #expect(read.rows == [["x,\"y\"", "one\r\ntwo\nthree\rfour"], ["", "z"]])
        #expect(read.lines == [2, 6])
    }

    @Test func `a quotation mark inside an unquoted cell is taken as it stands`() throws {
        #expect(try Reading("a,b\n12\" ruler,5'6\"\n").rows == [["12\" ruler", "5'6\""]])
    }

    @Test func `empty lines are passed over and still counted`() throws {
        let read = try Reading("\n\na\n\n1\r\n\r\n\"\"\n\n2\n\n")
        #expect(read.header == ["a"])
        #expect(read.rows == [["1"], [""], ["2"]])
        #expect(read.lines == [5, 7, 9])
    }

    @Test func `empty cells are cells`() throws {
        #expect(try Reading("a,b,c\n,,\n1,,\n").rows == [["", "", ""], ["1", "", ""]])
        #expect(try Reading("a,b,c\n,,").rows == [["", "", ""]])
    }

    @Test func `a file without a header has the columns it is known to have`() throws {
        let bytes = Array("1;2018-01-30;Muñoz\n2;2018-01-31;Ayşe\n".utf8)
        var reader = try CSVReader(columns: ["id", "date", "name"], CSVReader.source(of: bytes))
        var problems = ProblemList()
        let record = try #require(try reader.next(noting: &problems))
        #expect(record.line == 1 && record[2].text == "Muñoz")
        #expect(record[1].day?.iso == "2018-01-30")
    }

    @Test func `columns are found by name in either case`() throws {
        let reader = try CSVReader(bytes: Array(" Minutes ,\"At\"\n".utf8))
        #expect(reader.header.names == ["Minutes", "At"])
        #expect(reader.header.index(of: "minutes") == 0)
        #expect(reader.header.index(of: "memo") == nil)
    }

    @Test func `a record that is kept stays as it was`() throws {
        var reader = try CSVReader(bytes: Array("a,b\n1,2\n3,4\n".utf8))
        var problems = ProblemList()
        let first = try #require(try reader.next(noting: &problems))
        let field = first[1]
        _ = try reader.next(noting: &problems)
        #expect(first[0].text == "1" && field.text == "2" && first.line == 2)
    }

    @Test(
        arguments: [
            ("0", 0), ("7", 7), ("-7", -7), ("007", 7), ("9223372036854775807", Int64.max),
            ("-9223372036854775808", .min), ("", nil), ("-", nil), ("+7", nil), ("1.5", nil),
            (" 7", nil), ("9223372036854775808", nil), ("-9223372036854775809", nil), ("7é", nil),
            ("99999999999999999999", nil), ("--7", nil), ("1e3", nil), ("１", nil),
        ] as [(text: String, number: Int64?)]
    )
    func `whole numbers are read without making text of them`(
        _ known: (text: String, number: Int64?)
    ) {
        #expect(CSVField(bytes: ArraySlice(known.text.utf8)).integer == known.number)
    }

    @Test(
        arguments: [
            ("'=1", "=1"), ("'-x", "-x"), ("'\t", "\t"), ("''=1", "'=1"), ("'tis", "'tis"),
            ("'", "'"),
            ("=1", "=1"), ("", ""), ("O'+", "O'+"),
        ] as [(cell: String, text: String)]
    )
    func `one apostrophe before a formula is taken off`(_ known: (cell: String, text: String)) {
        #expect(CSVField(bytes: ArraySlice(known.cell.utf8)).unguarded.text == known.text)
    }

    @Test func `a cell can be had without the blanks around it`() {
        #expect(CSVField(bytes: ArraySlice(" \t a b\u{A0}\r\n".utf8)).trimmed.text == "a b\u{A0}")
        #expect(CSVField(bytes: ArraySlice("  ".utf8)).trimmed.isEmpty)
    }
}

extension String {
    /// Any of the three separators as one of them.
    fileprivate func replacing(separator: String) -> String {
        map { ",;\t".contains($0) ? separator : String($0) }.joined()
    }
}
