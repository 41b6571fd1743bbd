/// What a database driver implements.
///
/// A body is synchronous: it can wait for nothing but its transaction, and must not keep it. A
/// driver may run it more than once.
public protocol Driver: Sendable {
    /// Runs a short read in a snapshot that contains everything acknowledged before the call.
    func read<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T

    /// Runs a long read in a snapshot of its own, on a connection apart from short reads.
    func report<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T

    /// Runs a transaction that writes; returns or throws once the outcome is durable.
    func write<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T

    /// Runs SQL that defines tables, and then `body`, in one transaction.
    func define(
        _ script: Script,
        then body: @escaping @Sendable (Transaction) throws -> Void
    )
        async throws

    /// The differences between the schema of the database and that of the plan, as sentences.
    func differences(from plan: Plan) async throws -> [String]

    /// Moves the horizon towards the largest id in the table, which `largest` reads.
    ///
    /// While a write is under way it is moved less far by `sparing`, so that a transaction which
    /// has just drawn its id need not draw another. How far it gets depends on the transactions
    /// under way; the next call continues from there.
    func advanceHorizon(to largest: SQLText, sparing: Int64) async throws

    /// Waits before the retry number `tries` after a conflict.
    func rest(before tries: Int) async

    /// Whether a write whose commit is in doubt can be run again at once, given that its body finds
    /// out what was done before.
    var canLookAgain: Bool { get }

    /// Copies the store, in one snapshot, to a new file.
    func backup(to file: String) async throws

    /// Facts about the database for `doctor` and `/metrics`: name and value.
    func facts() async -> [(name: String, value: String)]

    /// Finishes the jobs that wait, and closes all connections.
    func close() async
}

extension Driver {
    /// Nothing to do where writes are serial: no lower id can be committed later.
    public func advanceHorizon(to largest: SQLText, sparing: Int64) async throws {}

    /// No wait where writes are serial: there are no conflicts.
    public func rest(before tries: Int) async {}

    /// An embedded store finds out only when it is next opened what a failed commit left.
    public var canLookAgain: Bool { false }
}

/// A transaction under way, as a driver implements it.
public protocol Session: AnyObject {
    /// Which network's rows later statements may see and write; ``Scope/none`` when it begins.
    var scope: Scope { get set }
    /// Runs a statement without a result; it may be sent together with the next one.
    func run(_ sql: SQLText, _ values: [Value]) throws
    /// Inserts a row; a driver may collect rows and send them before the next other statement.
    func add(_ row: [Value], by insertion: Insertion) throws
    /// Runs a statement and returns how many rows it changed.
    func change(_ sql: SQLText, _ values: [Value]) throws -> Int
    /// Runs a statement and passes each row to `body` until that returns false.
    func each(_ sql: SQLText, _ values: [Value], _ body: (Row) throws -> Bool) throws
    /// Sends a query whose result is read later, and returns a number to read it by; nil where
    /// sending ahead saves nothing.
    func ask(_ sql: SQLText, _ values: [Value]) throws -> Int?
    /// Passes each row of a query sent by `ask` to `body`, once, until that returns false.
    func each(askedAs ticket: Int, _ body: (Row) throws -> Bool) throws
    /// Takes a lock by this number, held until the transaction ends.
    func alone(on name: @autoclosure () -> Int64) throws
    /// The id up to which no transaction can still commit a row.
    func horizon() throws -> Int64
    /// The id up to which new rows are refused: a transaction that inserts one is run again.
    func pendingHorizon() throws -> Int64
}

extension Session {
    /// Without batching each row is inserted at once.
    public func add(_ row: [Value], by insertion: Insertion) throws {
        try run(insertion.sql, row)
    }

    /// Without pipelining there is nothing to send ahead.
    public func ask(_ sql: SQLText, _ values: [Value]) throws -> Int? { nil }

    /// Never called, as nothing is sent ahead.
    public func each(askedAs ticket: Int, _ body: (Row) throws -> Bool) throws {}
}
