import Timebank

/// A whole file as the reader sees it.
struct Reading: Equatable {
    private(set) var header: [String]?
    private(set) var rows: [[String]] = []
    private(set) var lines: [Int] = []
    private(set) var problems: [ImportProblem] = []

    init(_ text: String) throws { try self.init(bytes: Array(text.utf8)) }

    /// Reads in chunks of the given size, which the source fills only by `step` bytes.
    init(bytes: [UInt8], chunkSize: Int = 256 * 1024, step: Int = .max) throws {
        var reader: CSVReader
        do {
            reader = try CSVReader(
                chunkSize: chunkSize,
                CSVReader.source(of: bytes, chunkSize: step)
            )
        } catch let problem as ImportProblem {
            problems = [problem]
            return
        }
        header = reader.header.names
        var list = ProblemList()
        while let record = try reader.next(noting: &list) {
            rows.append((0..<record.count).map { record[$0].text })
            lines.append(record.line)
        }
        problems = list.shown
    }
}
