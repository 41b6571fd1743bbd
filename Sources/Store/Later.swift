/// The first row of a query that has been sent, to be read later.
///
/// Several such queries cost one round trip together. The transaction must not change what the
/// query reads in between.
public struct Later<T> {
    private let session: any Session
    private let sql: SQLText
    private let values: [Value]
    /// The session's number for the query; nil where it is run when the value is asked for.
    private let ticket: Int?
    private let make: (Row) throws -> T

    @usableFromInline init(
        _ session: any Session,
        _ sql: SQLText,
        _ values: [Value],
        _ make: @escaping (Row) throws -> T
    ) throws {
        self.session = session
        self.sql = sql
        self.values = values
        self.make = make
        ticket = try session.ask(sql, values)
    }

    /// The row made into a value; nil where there is none.
    ///
    /// To be called once.
    public func value() throws -> T? {
        var found: T?
        let show: (Row) throws -> Bool = { row in
            found = try make(row)
            return false
        }
        if let ticket {
            try session.each(askedAs: ticket, show)
        } else {
            try session.each(sql, values, show)
        }
        return found
    }
}
