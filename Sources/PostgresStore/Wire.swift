internal import CLibpq
internal import Glibc
internal import Store

/// One connection of libpq in pipeline mode, for one thread at a time.
///
/// What is sent waits in libpq until ``sync()``; then ``collect()`` reads the answers to all of it.
/// Only that is a round trip.
final class Wire {
    private let connection: OpaquePointer
    private let tally: Tally
    /// How long to wait for an answer, in milliseconds; -1 for as long as it takes.
    private let patience: Int32
    /// What was sent and not yet answered.
    private var expected: [Expected] = []
    private var named = 0
    /// Answers to what was asked ahead, by ticket.
    private var kept: [Int: Answer] = [:]
    /// Whether the database has warned of something since this was last set.
    var wasWarned = false
    /// Whether the connection can no longer be used.
    private(set) var isLost = false

    private enum Expected {
        case preparation(Preparation)
        case answer(Statement, ticket: Int?)
        case sync
    }

    /// Connects, and sets up what holds for the whole connection.
    ///
    /// - Throws: ``StoreError/unavailable(_:)`` where nobody answers or nobody is let in.
    init(_ address: Address, _ settings: String, patience: Int32, _ tally: Tally) throws {
        guard let connection = address.connect() else {
            throw StoreError.unavailable("there is no memory for a connection")
        }
        self.connection = connection
        self.tally = tally
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

    /// Whether the other end is still there, as far as can be known without asking it.
    var isThere: Bool {
        var socket = pollfd(fd: PQsocket(connection), events: Int16(POLLIN), revents: 0)
        guard poll(&socket, 1, 0) != 0 else { return true }
        if PQconsumeInput(connection) != 1 || PQstatus(connection) != CONNECTION_OK {
            isLost = true
        }
        return !isLost
    }

    /// Sends a text to be understood anew each time.
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

    /// Sends a statement that is understood once; its answer is kept where it has a ticket.
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

    /// Sends all of it off; an error in it ends here and does not reach what is sent later.
    func sync() throws {
        try check(PQpipelineSync(connection))
        expected.append(.sync)
    }

    /// Waits for the answers to all that was sent, and returns the last one.
    ///
    /// - Throws: the first ``Complaint``; what was sent after it was not done.
    func collect() throws -> Answer? {
        tally.trip()
        var last: Answer?
        var complaint: (any Error)?
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
                complaint = complaint ?? Self.noting(error, isBeforeEnd: index < end ?? 0)
                if isLost { break }
            }
        }
        if let complaint { throw complaint }
        return last
    }

    /// Gives the answer away that was kept for a ticket.
    func takeKept(_ ticket: Int) -> Answer? { kept.removeValue(forKey: ticket) }

    /// Forgets what was asked ahead.
    func forgetKept() { kept.removeAll(keepingCapacity: true) }

    /// The server answers in order: what it said before it went it did, and nothing after that.
    private static func noting(_ error: any Error, isBeforeEnd: Bool) -> any Error {
        guard var complaint = error as? Complaint else { return error }
        complaint.leftLastUndone = isBeforeEnd && !complaint.state.isEmpty
        return complaint
    }

    /// Runs a text of several statements by itself, outside the pipeline.
    func runAlone(_ text: String) throws {
        if !expected.isEmpty { _ = try collect() }
        if PQpipelineStatus(connection) != PQ_PIPELINE_OFF {
            try check(PQexitPipelineMode(connection))
        }
        tally.trip()
        let result = PQexec(connection, text)
        defer { PQclear(result) }
        if let complaint = complaint(in: result, of: .text("a script")) { throw complaint }
    }

    /// Goes back to sending ahead.
    func enterPipeline() throws { try check(PQenterPipelineMode(connection)) }

    /// The answer to one thing that was sent.
    private func take(of statement: Statement) throws -> Answer? {
        let first = try result()
        if let complaint = complaint(in: first, of: statement) {
            PQclear(first)
            if !isLost { PQclear(try result()) }
            throw complaint
        }
        PQclear(try result())
        return try first.map { try Answer($0, of: statement) }
    }

    /// The end of what was sent together; anything else there means that we have lost count.
    private func takeSync() throws {
        let last = try result()
        defer { PQclear(last) }
        guard PQresultStatus(last) == PGRES_PIPELINE_SYNC else { throw lost(reason) }
    }

    /// The next result; nothing where the results to one thing end.
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

    private func complaint(in result: OpaquePointer?, of statement: Statement) -> Complaint? {
        guard let result else { return lost(reason) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_PIPELINE_SYNC, PGRES_EMPTY_QUERY: return nil
        case PGRES_PIPELINE_ABORTED:
            return Complaint(state: "25P02", message: "it was not done", of: statement)
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
        return Complaint(
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

    private func lost(_ message: String) -> Complaint {
        isLost = true
        return .lost(message)
    }

    /// What libpq says of the last failure, on one line.
    private var reason: String {
        let text = PQerrorMessage(connection).map { String(cString: $0) } ?? ""
        let lines = text.split(separator: "\n").map { $0.drop { $0 == " " || $0 == "\t" } }
        return lines.isEmpty ? "the connection is closed" : lines.joined(separator: "; ")
    }

    /// Which part of an error is meant.
    private enum Code {
        static let severity = Int32(UInt8(ascii: "V"))
        static let state = Int32(UInt8(ascii: "C"))
        static let message = Int32(UInt8(ascii: "M"))
    }
}
