/// A row that was asked for and is looked at only later, so that the question travels with others.
///
/// Where a question costs a round trip several of them cost one together. Nothing is to be changed
/// in between that the answer depends on.
public struct Later<T> {
    private let session: any Session
    private let sql: SQLText
    private let values: [Value]
    /// What the driver knows the question by; nil where it asks only when the answer is wanted.
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

    /// The row made into a value, to be looked at once; nil where there is none.
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
