internal import Store

/// A change: what is to happen, who may do it, and how it is done.
///
/// Pages, the API, the command line and imports make the same value, and nothing else writes. It is
/// `Codable` so that it can be handed to a running server, and so that a request can be told from
/// another one that was sent with its key.
package protocol Operation: Codable, Sendable {
    associatedtype Result: Outcome

    /// How the journal and the hand-over call it, such as `hours.confirm`; never changed.
    static var name: String { get }
    /// Who may do it, judged against the subject.
    static var access: Access { get }
    /// What it is about.
    var subject: Subject { get }
    /// Does it, in the transaction of the desk.
    func run(at desk: Desk) throws -> Result
}

/// What an operation gives back, and how the same can be given again.
package protocol Outcome: Sendable {
    /// The ids that are remembered with the request's key.
    var made: [Int64] { get }
    /// The answer again, from what was made.
    static func recall(_ made: [Int64], at view: View) throws -> Self
    /// What is shown once and never stored, for whoever handed the operation over.
    var once: [String] { get }
    /// The answer again, with what is shown once.
    static func recall(_ made: [Int64], once: [String], at view: View) throws -> Self
}

/// Nothing but that it was done.
package struct Done: Outcome {
    package var made: [Int64] { [] }

    /// The answer of an operation that has nothing to say.
    package init() {}

    package static func recall(_ made: [Int64], at view: View) throws -> Done { Done() }
}

/// A question, and who may ask it.
package protocol Query: Sendable {
    associatedtype Answer: Sendable

    /// How the access table calls it, such as `hours.waiting`.
    static var name: String { get }
    /// Who may ask, judged against the subject.
    static var access: Access { get }
    /// What it is about.
    var subject: Subject { get }
    /// Whether it reads much, and so does it beside everything else.
    static var isLong: Bool { get }
    /// The answer, from the snapshot of the view.
    func answer(at view: View) throws -> Answer
}

extension Query {
    /// Most questions read little.
    package static var isLong: Bool { false }
}

/// A stretch of a list, and where the next one begins.
package struct Stretch<Item: Sendable>: Sendable {
    package let items: [Item]
    /// The id after which the next stretch begins; none at the end.
    package let next: Int64?

    /// A stretch of a list.
    package init(items: [Item], next: Int64?) {
        self.items = items
        self.next = next
    }

    /// The first `limit` of rows that were read one further, to see whether there are more.
    package init(_ rows: [Item], limit: Int, id: (Item) -> Int64) {
        items = Array(rows.prefix(limit))
        next = rows.count > limit ? items.last.map(id) : nil
    }

    /// The same stretch of other things.
    package func map<Other: Sendable>(
        _ make: (Item) throws -> Other
    ) rethrows -> Stretch<Other> {
        Stretch<Other>(items: try items.map(make), next: next)
    }
}

/// Which stretch of a list is asked for.
package struct Span: Sendable, Hashable {
    /// How many, from 1 to 200.
    package let limit: Int
    /// The id after which to begin; none for the beginning.
    package let after: Int64?

    /// A stretch, its limit kept between 1 and 200.
    package init(limit: Int = 50, after: Int64? = nil) {
        self.limit = min(max(limit, 1), 200)
        self.after = after
    }
}
