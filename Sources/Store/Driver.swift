/// What a database driver gives, and nothing else.
///
/// A body is synchronous: it cannot wait for anything but its transaction, cannot keep it, and
/// may be run again from the start when the driver has to undo a neighbour's work.
public protocol Driver: Sendable {
    /// Runs a short read in a snapshot that has everything acknowledged before the call.
    func read<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T

    /// Runs a long read in a snapshot of its own, beside everything else.
    func report<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T

    /// Runs a change, all or nothing; returns or throws once the outcome is on disk.
    func write<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T

    /// Runs text that defines tables, all or nothing, and `body` with it.
    func define(
        _ script: Script,
        then body: @escaping @Sendable (Transaction) throws -> Void
    )
        async throws

    /// Sentences that say what the database is made of besides, or instead of, what it should be.
    func differences(from plan: Plan) async throws -> [String]

    /// Moves the horizon towards the largest id that can be seen, which `largest` asks for.
    ///
    /// While somebody writes it is moved less far by `sparing`, so that who drew an id just now
    /// need not draw another. How far it comes depends on what is under way; another call goes on
    /// from there.
    func advanceHorizon(to largest: SQLText, sparing: Int64) async throws

    /// Lets a little time pass before what met others is tried again for the `tries`th time.
    func rest(before tries: Int) async

    /// Whether a change whose outcome is in doubt can be run again at once to find out, given that
    /// its body knows what was done before.
    var canLookAgain: Bool { get }

    /// Writes a copy of one snapshot to a new file.
    func backup(to file: String) async throws

    /// What the driver can say about itself, for `doctor` and `/metrics`: name and value.
    func facts() async -> [(name: String, value: String)]

    /// Finishes what is queued, then lets the store go.
    func close() async
}

extension Driver {
    /// Where changes are made one after another the horizon is always there.
    public func advanceHorizon(to largest: SQLText, sparing: Int64) async throws {}

    /// Where changes are made one after another nobody meets anybody.
    public func rest(before tries: Int) async {}

    /// What an embedded store is in doubt of only its next start finds out.
    public var canLookAgain: Bool { false }
}

/// A transaction under way, as a driver sees it.
public protocol Session: AnyObject {
    /// Whose rows the statements to come may see and make; a transaction begins with nobody's.
    var scope: Scope { get set }
    /// Runs a statement that has no result; it may travel with the next one.
    func run(_ sql: SQLText, _ values: [Value]) throws
    /// Inserts a row; many rows may travel together, before the next statement of another kind.
    func add(_ row: [Value], by insertion: Insertion) throws
    /// Runs a statement and returns how many rows it changed.
    func change(_ sql: SQLText, _ values: [Value]) throws -> Int
    /// Runs a statement and shows each row of its result until `body` returns false.
    func each(_ sql: SQLText, _ values: [Value], _ body: (Row) throws -> Bool) throws
    /// Asks something whose answer is wanted later, and returns the ticket for it; nil where asking
    /// ahead saves nothing.
    func ask(_ sql: SQLText, _ values: [Value]) throws -> Int?
    /// Shows each row of what was asked ahead, once, until `body` returns false.
    func each(askedAs ticket: Int, _ body: (Row) throws -> Bool) throws
    /// Waits until no other transaction under way has this name, and has it until the end.
    func alone(on name: @autoclosure () -> Int64) throws
    /// The id up to which nothing can still be committed.
    func horizon() throws -> Int64
    /// The id up to which no more are taken: whoever comes with one is run again.
    func pendingHorizon() throws -> Int64
}

extension Session {
    /// Where nothing travels each row is inserted at once.
    public func add(_ row: [Value], by insertion: Insertion) throws {
        try run(insertion.sql, row)
    }

    /// Where nothing travels there is nothing to be saved.
    public func ask(_ sql: SQLText, _ values: [Value]) throws -> Int? { nil }

    /// Nothing was asked ahead.
    public func each(askedAs ticket: Int, _ body: (Row) throws -> Bool) throws {}
}
