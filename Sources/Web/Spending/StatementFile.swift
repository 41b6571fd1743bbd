internal import Ledger
internal import Timebank

/// A statement of a month as CSV: the balance when the month began, and a record for each day.
///
/// Amounts are whole minutes, as in every file of the program.
struct StatementFile {
    let statement: MonthStatement

    private static let columns = [
        "what", "date", "visits", "accepted", "undone", "retired", "recycled", "other", "balance",
    ]

    /// Its bytes, in UTF-8: a header, `opening`, a `day` for each day, and `closing` with the sums.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        CSVWriter.append(Self.columns, to: &bytes)
        func add(_ what: String, _ date: String, _ sums: MonthStatement.Sums?, _ left: Minutes) {
            let moved = [
                sums?.visits, sums?.accepted.count, sums?.undone.count, sums?.retired.count,
                sums?.recycled.count, sums?.other.count,
            ]
            let cells = moved.map { $0.map { "\($0)" } ?? "" }
            CSVWriter.append([what, date] + cells + ["\(left.count)"], to: &bytes)
        }
        add("opening", statement.month.first.iso, nil, statement.opening)
        for day in statement.days { add("day", day.day.iso, day.sums, day.closing) }
        add("closing", "", statement.sums, statement.closing)
        return bytes
    }

    /// Its name, such as `lumen-cinema-2026-11.csv`.
    var name: String { "\(statement.organisation.slug)-\(statement.month).csv" }
}
