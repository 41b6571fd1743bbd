internal import CLibpq
internal import Store

/// A transaction after another on one connection.
///
/// `BEGIN` and what has no result wait here until something has to be known: the next rows, the
/// next count or the outcome. So a transaction costs a round trip for each look, and one to commit.
final class PostgresSession: Session {
    /// What a transaction is for.
    enum Mode: Sendable {
        /// A short look, of one moment.
        case read
        /// A long look, of one moment, whose results are fetched by and by.
        case report
        case write
        /// Statements that define tables, run before the rest.
        case define(String)
    }

    /// Whose rows the statements to come may see and make.
    var scope = Scope.none
    /// Whose rows the connection shows since the last commit, and in this transaction by now.
    private var shown = (before: Scope.none, now: Scope.none)
    private let wire: Wire
    private var preparations = Preparations()
    private var mode = Mode.read
    private var pending: [Asked] = []
    /// Rows that wait to be inserted, in the order in which their tables came, and whose they are.
    private var rows: [ManyRows] = []
    private var rowsScope = Scope.none
    /// Whether rows were sent whose answer nobody has read.
    private var isAhead = false
    /// Whether the database knows of the transaction.
    private var isOpen = false
    /// How much was asked ahead.
    private var tickets = 0
    /// How many results are being fetched by and by.
    private var cursors = 0
    /// Whether something was sent that may have changed something.
    private var hasChanged = false
    /// Whether somebody has seen an answer.
    private(set) var hasAnswered = false
    /// What went wrong first; nothing more of the transaction is done after it.
    private(set) var complaint: (any Error)?

    private static let pendingMost = 256
    private static let fetched = 2_000

    /// A statement with its arguments.
    private struct Asked {
        enum What {
            case once(Statement)
            case rows(Insertion)
        }

        let what: What
        let values: [Value]
        /// For an answer that is wanted later.
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

        /// What makes the policies of `PostgresStore+Rights.swift` show what a scope says.
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

    /// Prepares every statement anew from now on.
    func forget() { preparations = Preparations() }

    // MARK: - From beginning to end

    /// Begins a transaction, which costs nothing until something is asked.
    func begin(_ mode: Mode) throws {
        self.mode = mode
        scope = .none
        shown.now = shown.before
        complaint = nil
        isOpen = false
        hasChanged = false
        hasAnswered = false
        rows = []
        cursors = 0
        tickets = 0
        wire.forgetKept()
        if !wire.isThere { throw Complaint.lost("the database has let the connection go") }
        switch mode {
        case .read, .report:
            pending = [Asked("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")]
        case .write: pending = [Asked("BEGIN ISOLATION LEVEL READ COMMITTED")]
        case .define(let text): try define(text)
        }
    }

    /// Makes what was done last.
    ///
    /// - Throws: ``StoreError/inDoubt(_:)`` when that was asked for and no answer came; a
    ///   ``Complaint`` when nothing was done.
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
        } catch let complaint as Complaint
            where complaint.endsConnection && hasChanged && !complaint.leftLastUndone
        {
            throw StoreError.inDoubt(complaint.message)
        }
        shown.before = shown.now
        // A standby that should have it may not have it: see synchronous_standby_names.
        if wire.wasWarned { throw StoreError.inDoubt("the database warned while it committed") }
    }

    /// Undoes what was done; nobody waits for that.
    func rollback() {
        pending = []
        rows = []
        // What became of rows that are under way belongs to no later transaction.
        if isAhead, !isLost { _ = try? collect() }
        if isOpen, !isLost { leave("ROLLBACK") }
        isOpen = false
    }

    /// Ends the transaction without waiting: the answer is read before the next one.
    private func leave(_ sql: SQLText) {
        isOpen = false
        do {
            pending.append(Asked(sql))
            try send()
        } catch {
            complaint = complaint ?? error
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
        if let complaint { throw complaint }
        if pending.contains(where: { $0.ticket == ticket }) { _ = try exchange() }
        if let answer = wire.takeKept(ticket) { _ = try show(answer, body) }
    }

    func alone(on name: @autoclosure () -> Int64) throws {
        try add("SELECT pg_advisory_xact_lock($1)", [.integer(name())])
    }

    func horizon() throws -> Int64 { try number("SELECT upto FROM horizon") }

    func pendingHorizon() throws -> Int64 { try number("SELECT pending FROM horizon") }

    /// The one number that a statement asks for.
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
        if let complaint { throw complaint }
        if scope != rowsScope {
            flushRows()
            rowsScope = scope
        }
        let place = insertion.sql.place
        let index = try noting {
            let known = rows.firstIndex { $0.insertion.sql.place == place }
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

    /// Sends rows off, and waits for the answer to those before them and for no more.
    ///
    /// So the next ones are put together while the database inserts these.
    private func sendRows() throws {
        flushRows()
        try noting {
            if isAhead { _ = try collect() }
            try send()
        }
        isAhead = true
    }

    /// Puts the rows that wait before whatever is asked next.
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

    /// Shows rows; false when whoever looks has seen enough.
    private func show(_ answer: Answer, _ body: (Row) throws -> Bool) throws -> Bool {
        for row in 0..<answer.count {
            answer.row = Int32(row)
            if try !body(Row(answer)) { return false }
        }
        return true
    }

    /// Shows the rows of a result that need not fit into memory.
    private func fetch(
        _ sql: String,
        _ values: [Value],
        _ body: (Row) throws -> Bool
    ) throws {
        if let complaint { throw complaint }
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
        if let complaint { throw complaint }
        flushRows()
        show()
        pending.append(Asked(sql, values))
        if !sql.isQuestion { hasChanged = true }
    }

    /// Has the connection show what the next statement may see, unless it does already.
    ///
    /// It goes on doing so in the transactions to come, so that with one network nothing is added.
    private func show() {
        guard scope != shown.now else { return }
        shown.now = scope
        pending.append(Asked(scope))
    }

    /// Sends what waits, and returns the answer to the last of it.
    private func exchange() throws -> Answer? {
        try noting {
            try send()
            return try collect()
        }
    }

    /// Keeps what went wrong first.
    private func noting<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch {
            complaint = complaint ?? error
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
