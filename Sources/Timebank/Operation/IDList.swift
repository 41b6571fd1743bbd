package import Ledger
package import Store

/// A list of ids as one argument of a statement.
///
/// One statement for the whole list saves a network round trip for each id on PostgreSQL. A
/// statement splits the list again with ``asked``.
package struct IDList: Bindable {
    package let bound: Value

    /// The beginning of a statement whose `$1` is such a list; it defines the table `asked (id)`.
    ///
    /// Each id takes 19 digits and a space, so that its position follows from its index.
    package static let asked: SQLText = """
        WITH RECURSIVE place (n) AS (
            SELECT 1 UNION ALL SELECT n + 20 FROM place WHERE n + 20 < LENGTH($1)
        ), asked (id) AS (SELECT CAST(SUBSTR($1, n, 19) AS BIGINT) FROM place)
        """

    /// A list of ids; an empty list becomes the id 0, which no row has.
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
