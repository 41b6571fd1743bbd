internal import CLibpq
internal import Glibc
internal import Store

/// A connection of libpq in pipeline mode, used by one thread at a time.
///
/// Statements wait in libpq until ``sync()`` sends them; ``collect()`` then reads all answers,
/// which is one round trip.
final class Wire {
    private let connection: OpaquePointer
    private let trips: RoundTrips
    /// How long to wait for an answer, in milliseconds; -1 for any time.
    private let patience: Int32
    /// What was sent and not yet answered, in order.
    private var expected: [Expected] = []
    private var named = 0
    /// The answers to queries sent ahead, by their number.
    private var kept: [Int: Answer] = [:]
    /// Whether the server sent a warning since this was last set to false.
    var wasWarned = false
    /// Whether the connection can no longer be used.
    private(set) var isLost = false

    private enum Expected {
        case preparation(Preparation)
        case answer(Statement, ticket: Int?)
        case sync
    }

    /// Connects and runs `settings`.
    ///
    /// - Throws: ``StoreError/unavailable(_:)`` where the connection fails or is refused.
    init(_ address: Address, _ settings: String, patience: Int32, _ trips: RoundTrips) throws {
        guard let connection = address.connect() else {
            throw StoreError.unavailable("there is no memory for a connection")
        }
        self.connection = connection
        self.trips = trips
        self.patience = patience
        guard PQstatus(connection) == CONNECTION_OK else {
            throw StoreError.unavailable("\(address.shown): \(reason)")
        }
        PQsetNoticeReceiver(
            connection,
            { context, result in
                guard let context, let kind = PQresultErrorField(result, Code.severity) else {
                    return
                }
                let wire = Unmanaged<Wire>.fromOpaque(context).takeUnretainedValue()
                if String(cString: kind) == "WARNING" { wire.wasWarned = true }
            },
            Unmanaged.passUnretained(self).toOpaque()
        )
        try runAlone(settings)
        try enterPipeline()
    }

    deinit { PQfinish(connection) }

    /// Whether the connection is open, as far as the socket shows without a round trip.
    var isThere: Bool {
        var socket = pollfd(fd: PQsocket(connection), events: Int16(POLLIN), revents: 0)
        guard poll(&socket, 1, 0) != 0 else { return true }
        if PQconsumeInput(connection) != 1 || PQstatus(connection) != CONNECTION_OK {
            isLost = true
        }
        return !isLost
    }

    /// Sends a statement without preparing it.
    func send(text: String, _ arguments: Arguments, _ types: [Oid]) throws {
        let sent = arguments.withParts {
            PQsendQueryParams(
                connection,
                text,
                $0.count,
                types,
                $0.values,
                $0.lengths,
                $0.formats,
                1
            )
        }
        try check(sent)
        expected.append(.answer(.text(text), ticket: nil))
    }

    /// Sends a prepared statement, preparing it first if needed; with a ticket its answer is kept.
    func send(_ preparation: Preparation, _ arguments: Arguments, ticket: Int?) throws {
        if preparation.state == .unknown {
            named += 1
            preparation.name = "s\(named)"
            let (text, types) = (preparation.statement.text, preparation.types)
            try check(
                PQsendPrepare(connection, preparation.name, text, Int32(types.count), types)
            )
            preparation.state = .sent
            expected.append(.preparation(preparation))
        }
        let sent = arguments.withParts {
            PQsendQueryPrepared(
                connection,
                preparation.name,
                $0.count,
                $0.values,
                $0.lengths,
                $0.formats,
                1
            )
        }
        try check(sent)
        expected.append(.answer(preparation.statement, ticket: ticket))
    }

    /// Sends what waits and ends the pipeline's unit: an error before it does not affect what is
    /// sent after it.
    func sync() throws {
        try check(PQpipelineSync(connection))
        expected.append(.sync)
    }

    /// Reads the answers to all that was sent, and returns the last one.
    ///
    /// - Throws: the first ``PostgresError``; the statements after it were not run.
    func collect() throws -> Answer? {
        trips.addOne()
        var last: Answer?
        var failure: (any Error)?
        let awaited = expected
        expected = []
        let end = awaited.lastIndex { if case .answer = $0 { true } else { false } }
        for (index, one) in awaited.enumerated() {
            do {
                switch one {
                case .preparation(let preparation):
                    preparation.state = .unknown
                    _ = try take(of: preparation.statement)
                    preparation.state = .ready
                case .answer(let statement, let ticket):
                    last = try take(of: statement)
                    if let ticket { kept[ticket] = last }
                case .sync: try takeSync()
                }
            } catch {
                failure = failure ?? Self.noting(error, isBeforeEnd: index < end ?? 0)
                if isLost { break }
            }
        }
        if let failure { throw failure }
        return last
    }

    /// Removes and returns the answer kept under a number.
    func takeKept(_ ticket: Int) -> Answer? { kept.removeValue(forKey: ticket) }

    /// Removes all kept answers.
    func forgetKept() { kept.removeAll(keepingCapacity: true) }

    /// The server answers in order, so an error before the last statement means that the last one
    /// was not run.
    private static func noting(_ error: any Error, isBeforeEnd: Bool) -> any Error {
        guard var failure = error as? PostgresError else { return error }
        failure.leftLastUndone = isBeforeEnd && !failure.state.isEmpty
        return failure
    }

    /// Runs several statements as one text, outside the pipeline.
    func runAlone(_ text: String) throws {
        if !expected.isEmpty { _ = try collect() }
        if PQpipelineStatus(connection) != PQ_PIPELINE_OFF {
            try check(PQexitPipelineMode(connection))
        }
        trips.addOne()
        let result = PQexec(connection, text)
        defer { PQclear(result) }
        if let failure = failure(in: result, of: .text("a script")) { throw failure }
    }

    /// Returns to pipeline mode.
    func enterPipeline() throws { try check(PQenterPipelineMode(connection)) }

    /// Reads the answer to one statement.
    private func take(of statement: Statement) throws -> Answer? {
        let first = try result()
        if let failure = failure(in: first, of: statement) {
            PQclear(first)
            if !isLost { PQclear(try result()) }
            throw failure
        }
        PQclear(try result())
        return try first.map { try Answer($0, of: statement) }
    }

    /// Reads the end of a unit; anything else means that answers and statements no longer match.
    private func takeSync() throws {
        let last = try result()
        defer { PQclear(last) }
        guard PQresultStatus(last) == PGRES_PIPELINE_SYNC else { throw lost(reason) }
    }

    /// The next result; nil at the end of the results of one statement.
    private func result() throws -> OpaquePointer? {
        while PQisBusy(connection) == 1 {
            var socket = pollfd(fd: PQsocket(connection), events: Int16(POLLIN), revents: 0)
            switch poll(&socket, 1, patience) {
            case 0: throw lost("the database did not answer in time")
            case -1 where errno != EINTR: throw lost("the connection cannot be waited for")
            default: break
            }
            if socket.revents != 0, PQconsumeInput(connection) != 1 { throw lost(reason) }
        }
        return PQgetResult(connection)
    }

    private func failure(in result: OpaquePointer?, of statement: Statement) -> PostgresError? {
        guard let result else { return lost(reason) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_PIPELINE_SYNC, PGRES_EMPTY_QUERY: return nil
        case PGRES_PIPELINE_ABORTED:
            return PostgresError(state: "25P02", message: "it was not done", of: statement)
        default: break
        }
        func field(_ code: Int32) -> String {
            PQresultErrorField(result, code).map { String(cString: $0) } ?? ""
        }
        let severity = field(Code.severity)
        if PQstatus(connection) != CONNECTION_OK || severity == "FATAL" || severity == "PANIC" {
            isLost = true
        }
        let message = field(Code.message)
        return PostgresError(
            state: field(Code.state),
            message: message.isEmpty ? reason : message,
            of: statement,
            endsConnection: isLost
        )
    }

    private func check(_ done: Int32) throws {
        if done == 1 { return }
        throw lost(reason)
    }

    private func lost(_ message: String) -> PostgresError {
        isLost = true
        return .lost(message)
    }

    /// The last error message of libpq, on one line.
    private var reason: String {
        let text = PQerrorMessage(connection).map { String(cString: $0) } ?? ""
        let lines = text.split(separator: "\n").map { $0.drop { $0 == " " || $0 == "\t" } }
        return lines.isEmpty ? "the connection is closed" : lines.joined(separator: "; ")
    }

    /// The fields of an error.
    private enum Code {
        static let severity = Int32(UInt8(ascii: "V"))
        static let state = Int32(UInt8(ascii: "C"))
        static let message = Int32(UInt8(ascii: "M"))
    }
}
