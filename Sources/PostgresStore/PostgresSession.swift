internal import CLibpq
internal import Store

/// A session on one connection, one transaction after another.
///
/// `BEGIN` and statements without a result are collected until an answer is needed: rows, a count,
/// or the outcome. So a transaction takes a round trip for each query, and one for its commit.
final class PostgresSession: Session {
    /// The kind of a transaction.
    enum Mode: Sendable {
        /// A short read in one snapshot.
        case read
        /// A long read in one snapshot; results are fetched with a cursor.
        case report
        case write
        /// A migration, given as the SQL that runs first.
        case define(String)
    }

    /// Which network's rows later statements may see and write.
    var scope = Scope.none
    /// The scope that the connection is set to: after the last commit, and now in this transaction.
    private var shown = (before: Scope.none, now: Scope.none)
    private let wire: Wire
    private var preparations = Preparations()
    private var mode = Mode.read
    private var pending: [Asked] = []
    /// Rows to be inserted, by table in order of first use; all have the scope `rowsScope`.
    private var rows: [ManyRows] = []
    private var rowsScope = Scope.none
    /// Whether rows were sent whose answer has not been read.
    private var isAhead = false
    /// Whether `BEGIN` was sent.
    private var isOpen = false
    /// How many queries were sent ahead in this transaction.
    private var tickets = 0
    /// How many cursors are open.
    private var cursors = 0
    /// Whether a statement was sent that may have written something.
    private var hasChanged = false
    /// Whether an answer was read in this transaction.
    private(set) var hasAnswered = false
    /// The first error of the transaction; after it no statement is sent.
    private(set) var failure: (any Error)?

    private static let pendingMost = 256
    private static let fetched = 2_000

    /// A statement to be sent, with its arguments.
    private struct Asked {
        enum What {
            case once(Statement)
            case rows(Insertion)
        }

        let what: What
        let values: [Value]
        /// The number by which the result is read later; nil where it is read at once.
        var ticket: Int?

        init(_ sql: SQLText, _ values: [Value] = []) {
            what = .once(.literal(sql))
            self.values = values
        }

        init(text: String, _ values: [Value] = []) {
            what = .once(.text(text))
            self.values = values
        }

        init(_ rows: ManyRows) {
            what = .rows(rows.insertion)
            values = rows.arguments
        }

        /// The statement that sets a scope, for the policies of `PostgresStore+Rights.swift`.
        init(_ scope: Scope) {
            switch scope {
            case .none: self.init(Self.part, [.text("")])
            case .only(let id): self.init(Self.part, [.text("\(id)")])
            case .whole: self.init(Self.whole)
            }
        }

        private static let part: SQLText = """
            SELECT set_config('role', 'none', false), set_config('commonhour.network', $1, false)
            """
        private static let whole: SQLText = """
            SELECT set_config('role', current_setting('commonhour.books'), false),
                set_config('commonhour.network', '0', false)
            """
    }

    init(_ wire: Wire) { self.wire = wire }

    /// Whether the connection can no longer be used.
    var isLost: Bool { wire.isLost }

    /// Makes later statements be prepared anew.
    func forget() { preparations = Preparations() }

    // MARK: - From beginning to end

    /// Begins a transaction; nothing is sent until an answer is needed.
    func begin(_ mode: Mode) throws {
        self.mode = mode
        scope = .none
        shown.now = shown.before
        failure = nil
        isOpen = false
        hasChanged = false
        hasAnswered = false
        rows = []
        cursors = 0
        tickets = 0
        wire.forgetKept()
        if !wire.isThere { throw PostgresError.lost("the database has let the connection go") }
        switch mode {
        case .read, .report:
            pending = [Asked("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")]
        case .write: pending = [Asked("BEGIN ISOLATION LEVEL READ COMMITTED")]
        case .define(let text): try define(text)
        }
    }

    /// Commits the transaction.
    ///
    /// - Throws: ``StoreError/inDoubt(_:)`` when `COMMIT` was sent and not answered; a
    ///   ``PostgresError`` when nothing was committed.
    func commit() throws {
        defer { pending = [] }
        flushRows()
        guard isOpen || pending.count > 1 else { return }
        if isOpen, pending.isEmpty, !hasChanged {
            shown.before = shown.now
            return leave("COMMIT")
        }
        pending.append(Asked("COMMIT"))
        wire.wasWarned = false
        do {
            let answer = try exchange()
            if answer?.tag == "ROLLBACK" {
                throw StoreError.failed("the database undid what it was to make last")
            }
        } catch let failure as PostgresError
            where failure.endsConnection && hasChanged && !failure.leftLastUndone
        {
            throw StoreError.inDoubt(failure.message)
        }
        shown.before = shown.now
        // Such as a standby in synchronous_standby_names that may not have received the commit.
        if wire.wasWarned { throw StoreError.inDoubt("the database warned while it committed") }
    }

    /// Rolls the transaction back without waiting for the answer.
    func rollback() {
        pending = []
        rows = []
        // An error of rows under way must not appear in the next transaction.
        if isAhead, !isLost { _ = try? collect() }
        if isOpen, !isLost { leave("ROLLBACK") }
        isOpen = false
    }

    /// Ends the transaction without waiting; the answer is read with those of the next one.
    private func leave(_ sql: SQLText) {
        isOpen = false
        do {
            pending.append(Asked(sql))
            try send()
        } catch {
            failure = failure ?? error
        }
    }

    private func define(_ text: String) throws {
        pending = []
        do {
            // Of two servers that start at once, one waits here until the other has migrated.
            try wire.runAlone(
                """
                BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = '600s';
                SELECT pg_advisory_xact_lock(1, 1668246895);
                SET LOCAL lock_timeout = '30s'; SET LOCAL commonhour.network = '0';
                """ + text
            )
            try wire.enterPipeline()
            isOpen = true
            hasChanged = true
        } catch {
            if !isLost { try? wire.runAlone("ROLLBACK") }
            if !isLost { try? wire.enterPipeline() }
            throw error
        }
    }

    // MARK: - Statements

    func run(_ sql: SQLText, _ values: [Value]) throws {
        try add(sql, values)
        if pending.count >= Self.pendingMost { _ = try exchange() }
    }

    func change(_ sql: SQLText, _ values: [Value]) throws -> Int {
        try add(sql, values)
        return try exchange()?.changed ?? 0
    }

    func each(_ sql: SQLText, _ values: [Value], _ body: (Row) throws -> Bool) throws {
        if case .report = mode { return try fetch("\(sql)", values, body) }
        try add(sql, values)
        if let answer = try exchange() { _ = try show(answer, body) }
    }

    func ask(_ sql: SQLText, _ values: [Value]) throws -> Int? {
        if case .report = mode { return nil }
        try add(sql, values)
        tickets += 1
        pending[pending.count - 1].ticket = tickets
        return tickets
    }

    func each(askedAs ticket: Int, _ body: (Row) throws -> Bool) throws {
        if let failure { throw failure }
        if pending.contains(where: { $0.ticket == ticket }) { _ = try exchange() }
        if let answer = wire.takeKept(ticket) { _ = try show(answer, body) }
    }

    func alone(on name: @autoclosure () -> Int64) throws {
        try add("SELECT pg_advisory_xact_lock($1)", [.integer(name())])
    }

    func horizon() throws -> Int64 { try number("SELECT upto FROM horizon") }

    func pendingHorizon() throws -> Int64 { try number("SELECT pending FROM horizon") }

    /// The integer in the first column of the first row; 0 where there is no row.
    private func number(_ sql: SQLText) throws -> Int64 {
        var found: Int64 = 0
        try each(sql, []) { row in
            found = row.integer(0)
            return false
        }
        return found
    }

    // MARK: - Many rows

    func add(_ row: [Value], by insertion: Insertion) throws {
        if let failure { throw failure }
        if scope != rowsScope {
            flushRows()
            rowsScope = scope
        }
        let address = insertion.sql.address
        let index = try noting {
            let known = rows.firstIndex { $0.insertion.sql.address == address }
            let index = try known ?? begin(insertion)
            try rows[index].add(row)
            return index
        }
        if rows[index].isFull { try sendRows() }
    }

    private func begin(_ insertion: Insertion) throws -> Int {
        rows.append(try ManyRows(insertion))
        return rows.count - 1
    }

    /// Sends the collected rows after reading the answer to those sent before.
    ///
    /// The next rows are collected while the database inserts these.
    private func sendRows() throws {
        flushRows()
        try noting {
            if isAhead { _ = try collect() }
            try send()
        }
        isAhead = true
    }

    /// Puts the collected rows before the next statement.
    private func flushRows() {
        guard rows.contains(where: { $0.count > 0 }) else { return }
        hasChanged = true
        let asking = scope
        scope = rowsScope
        show()
        scope = asking
        for index in rows.indices where rows[index].count > 0 {
            pending.append(Asked(rows[index]))
            rows[index].removeAll()
        }
    }

    // MARK: - Answers

    /// Passes rows to `body`; false when that wants no more.
    private func show(_ answer: Answer, _ body: (Row) throws -> Bool) throws -> Bool {
        for row in 0..<answer.count {
            answer.row = Int32(row)
            if try !body(Row(answer)) { return false }
        }
        return true
    }

    /// Passes the rows of a result of any size to `body`, fetched with a cursor.
    private func fetch(
        _ sql: String,
        _ values: [Value],
        _ body: (Row) throws -> Bool
    ) throws {
        if let failure { throw failure }
        flushRows()
        show()
        let name = "c\(cursors)"
        cursors += 1
        defer { cursors -= 1 }
        pending.append(Asked(text: "DECLARE \(name) NO SCROLL CURSOR FOR \(sql)", values))
        var answer: Answer?
        repeat {
            pending.append(Asked(text: "FETCH FORWARD \(Self.fetched) FROM \(name)"))
            answer = try exchange()
        } while try answer.map { try show($0, body) && $0.count == Self.fetched } ?? false
        pending.append(Asked(text: "CLOSE \(name)"))
    }

    private func add(_ sql: SQLText, _ values: [Value]) throws {
        if let failure { throw failure }
        flushRows()
        show()
        pending.append(Asked(sql, values))
        if !sql.isQuestion { hasChanged = true }
    }

    /// Sets the connection to the scope of the next statement, unless it has that already.
    ///
    /// The setting lasts beyond the transaction, so where there is one network nothing is sent.
    private func show() {
        guard scope != shown.now else { return }
        shown.now = scope
        pending.append(Asked(scope))
    }

    /// Sends the collected statements and returns the answer to the last one.
    private func exchange() throws -> Answer? {
        try noting {
            try send()
            return try collect()
        }
    }

    /// Runs `body` and keeps its error if that is the transaction's first.
    private func noting<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch {
            failure = failure ?? error
            throw error
        }
    }

    private func collect() throws -> Answer? {
        isAhead = false
        let answer = try wire.collect()
        hasAnswered = true
        return answer
    }

    private func send() throws {
        let asked = pending
        pending = []
        isOpen = true
        for one in asked {
            let arguments = try Arguments(one.values)
            switch one.what {
            case .once(.literal(let sql)):
                try wire.send(
                    preparations.find(sql, one.values),
                    arguments,
                    ticket: one.ticket
                )
            case .once(.text(let text)):
                try wire.send(text: text, arguments, one.values.map(Arguments.type))
            case .rows(let insertion):
                try wire.send(preparations.find(insertion), arguments, ticket: nil)
            }
        }
        try wire.sync()
    }
}
