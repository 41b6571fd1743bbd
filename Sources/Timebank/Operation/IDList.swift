package import Ledger
package import Store

/// Many ids as one argument of a statement, so that a list is asked about at once and not line by
/// line: on a database that is not in this process each statement is a wait.
///
/// A statement takes them apart again with ``asked``.
package struct IDList: Bindable {
    package let bound: Value

    /// How a statement begins whose `$1` is such a list: the ids are then the table `asked (id)`.
    package static let asked: SQLText = """
        WITH RECURSIVE place (n) AS (
            SELECT 1 UNION ALL SELECT n + 20 FROM place WHERE n + 20 < LENGTH($1)
        ), asked (id) AS (SELECT CAST(SUBSTR($1, n, 19) AS BIGINT) FROM place)
        """

    /// A list of ids; an empty one holds an id that nothing has.
    package init(_ ids: some Sequence<Int64>) {
        let said = ids.map { Self.padded($0) }
        bound = .text(said.isEmpty ? Self.padded(0) : said.joined(separator: " "))
    }

    /// A list of ids of one kind.
    package init<Of>(_ ids: some Sequence<ID<Of>>) { self.init(ids.map(\.raw)) }

    private static func padded(_ id: Int64) -> String {
        let digits = String(id)
        return String(repeating: "0", count: max(0, 19 - digits.utf8.count)) + digits
    }
}
