import Support
import Testing
import Timebank

/// Random bytes: the reader answers, never crashes, and does not mind how they arrive.
@Suite struct CSVFuzzTests {
    @Test(arguments: Seeds.some)
    func `where chunks end makes no difference`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<400 {
            let header = Array("aa,bb\n".utf8)
            let likely = Array("a,\",\n\r\",\"\n;'\u{0}é".utf8)
            let bytes = header + Samples.bytes(likely: likely, upTo: 60, &random)
            let whole = try Reading(bytes: bytes)
            let size = Int.random(in: header.count...12, using: &random)
            let step = Int.random(in: 1...size, using: &random)
            #expect(try Reading(bytes: bytes, chunkSize: size, step: step) == whole)
            for row in whole.rows { #expect(row.count == 2) }
        }
    }

    @Test(arguments: Seeds.some)
    func `a reader of one byte at a time agrees`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<400 {
            let likely = Array("a,\"\n\r".utf8)
            let rest = Samples.bytes(likely: likely, upTo: 40, &random).filter { 1..<0x80 ~= $0 }
            let bytes = Array("aa,bb\n".utf8) + rest
            let read = try Reading(bytes: bytes)
            let expected = SlowReader.rows(of: bytes).dropFirst().filter { $0.count == 2 }
            #expect(read.rows == Array(expected))
        }
    }

    @Test(arguments: Seeds.some)
    func `random bytes crash nothing`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<1_000 {
            let bytes = Samples.bytes(likely: Array(0...255), upTo: 80, &random)
            let read = try Reading(bytes: bytes)
            #expect(read.header != nil || read.problems.count == 1)
            for text in read.rows.joined() {
                let field = CSVField(bytes: ArraySlice(text.utf8))
                _ = (field.integer, field.day, field.instant, field.unguarded, field.trimmed)
                _ = Windows1252.looksDoubleEncoded(text)
            }
        }
    }
}

/// RFC 4180 spelt out a byte at a time, to compare with; records that break it are left out.
private enum SlowReader {
    static func rows(of bytes: [UInt8]) -> [[String]] {
        var rows: [[String]] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            var row: [String] = []
            var isBroken = false
            var isQuotedOnce = false
            var hasMore = true
            while hasMore {
                var cell: [UInt8] = []
                if rest.first == UInt8(ascii: "\"") {
                    isQuotedOnce = true
                    isBroken = !takeQuoted(&rest, into: &cell) || isBroken
                }
                while let byte = rest.first, byte != UInt8(ascii: ","), byte != 0x0A, byte != 0x0D {
                    cell.append(rest.removeFirst())
                }
                row.append(String(decoding: cell, as: UTF8.self))
                hasMore = rest.first == UInt8(ascii: ",")
                if hasMore { rest.removeFirst() }
            }
            if rest.starts(with: [0x0D, 0x0A]) { rest.removeFirst() }
            rest = rest.dropFirst()
            if !isBroken, row != [""] || isQuotedOnce { rows.append(row) }
        }
        return rows
    }

    /// Takes a quoted cell; `false` if it never closes or text follows it.
    private static func takeQuoted(
        _ rest: inout ArraySlice<UInt8>,
        into cell: inout [UInt8]
    ) -> Bool {
        rest.removeFirst()
        while let byte = rest.popFirst() {
            if byte != UInt8(ascii: "\"") {
                cell.append(byte)
            } else if rest.first == byte {
                cell.append(rest.removeFirst())
            } else {
                return rest.first.map { [0x2C, 0x0A, 0x0D].contains($0) } ?? true
            }
        }
        return false
    }
}
