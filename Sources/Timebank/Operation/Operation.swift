internal import Store

/// A change to the store: its input, its access rule, and how it is done.
///
/// Pages, the API, the command line and imports create the same values. Nothing else writes to the
/// store, except for migrations, copying and the coordination of servers. It is `Codable` so that
/// it can be handed over to a running server, and so that its ``Fingerprint`` can be computed.
package protocol Operation: Codable, Sendable {
    associatedtype Result: Outcome

    /// Its name in the journal and in the hand-over, such as `hours.confirm`; never changed.
    static var name: String { get }
    /// Who may perform it, checked against the subject.
    static var access: Access { get }
    /// The object that it acts on.
    var subject: Subject { get }
    /// Performs it in the transaction of `desk`.
    func run(at desk: Desk) throws -> Result
}

/// The result of an operation, which can be rebuilt for a repeated request.
package protocol Outcome: Sendable {
    /// The ids that are stored with the request's idempotency key.
    var made: [Int64] { get }
    /// Rebuilds the result from the stored ids.
    static func recall(_ made: [Int64], at view: View) throws -> Self
    /// Values that are shown once and never stored; the hand-over returns them to the caller.
    var once: [String] { get }
    /// Rebuilds the result from the stored ids and the values that are shown once.
    static func recall(_ made: [Int64], once: [String], at view: View) throws -> Self
}

/// The result of an operation that returns nothing.
package struct Done: Outcome {
    package var made: [Int64] { [] }

    /// The only value.
    package init() {}

    package static func recall(_ made: [Int64], at view: View) throws -> Done { Done() }
}

/// A read of the store, with its access rule.
package protocol Query: Sendable {
    associatedtype Answer: Sendable

    /// Its name in the access table, such as `hours.waiting`.
    static var name: String { get }
    /// Who may run it, checked against the subject.
    static var access: Access { get }
    /// The object that it reads.
    var subject: Subject { get }
    /// Whether it reads many rows, and therefore runs on a connection apart from short reads.
    static var isLong: Bool { get }
    /// Answers the query from the snapshot of `view`.
    func answer(at view: View) throws -> Answer
}

extension Query {
    /// False by default.
    package static var isLong: Bool { false }
}

/// One page of a list, with the cursor of the next page.
package struct ResultPage<Item: Sendable>: Sendable {
    package let items: [Item]
    /// The cursor of the next page, which is the id of this page's last item; nil at the end.
    package let next: Int64?

    /// A page of a list.
    package init(items: [Item], next: Int64?) {
        self.items = items
        self.next = next
    }

    /// The first `limit` of rows that were queried with a limit of one more.
    ///
    /// The extra row tells whether there is a next page.
    package init(_ rows: [Item], limit: Int, id: (Item) -> Int64) {
        items = Array(rows.prefix(limit))
        next = rows.count > limit ? items.last.map(id) : nil
    }

    /// The same page with each item converted.
    package func map<Other: Sendable>(
        _ make: (Item) throws -> Other
    ) rethrows -> ResultPage<Other> {
        ResultPage<Other>(items: try items.map(make), next: next)
    }
}

/// Which page of a list to read.
package struct Span: Sendable, Hashable {
    /// The maximum number of items, from 1 to 200.
    package let limit: Int
    /// The cursor: the id after which the page begins; nil for the first page.
    package let after: Int64?

    /// A page request; `limit` is clamped to 1 to 200.
    package init(limit: Int = 50, after: Int64? = nil) {
        self.limit = min(max(limit, 1), 200)
        self.after = after
    }
}
