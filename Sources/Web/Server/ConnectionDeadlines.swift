internal import NIOCore

/// The deadlines of a connection: for a request to arrive and for a response to be sent.
///
/// The deadlines are for the whole request and the whole response, so that a client cannot hold a
/// connection by sending or reading one byte from time to time.
struct ConnectionDeadlines {
    /// The maximum time for a request to arrive, head and body.
    ///
    /// It is also the time that a new connection has to send its first request.
    static let requestMost: TimeAmount = .seconds(30)
    /// The maximum time for the client to read a response.
    static let answerMost: TimeAmount = .seconds(120)

    /// What to do when the timer fires.
    enum Verdict: Equatable {
        /// Nothing is in progress, so no timer is needed.
        case rest
        /// No deadline expires before this moment.
        case wait(until: NIODeadline)
        /// Respond with 408 (Request Timeout), then close the connection.
        case sayAndClose
        /// Close the connection without a response, because none can be sent any more.
        case close
    }

    /// When the request that is arriving began, or the connection was opened; nil if neither.
    private var receiving: NIODeadline?
    /// When the response that is being sent began; nil if none is.
    private var answering: NIODeadline?
    /// Whether bytes of the request that is arriving have been received.
    private var hasBegun = false
    /// The number of requests that were received completely and are not answered yet.
    private var unanswered = 0
    /// Whether the response to the request that is arriving has already begun.
    private var isAnsweredEarly = false
    /// Whether the head of a request was received, but not its end.
    private var isComing = false

    /// Records that the connection was opened.
    mutating func open(_ now: NIODeadline) { receiving = now }

    /// Records that bytes were received.
    mutating func bytes(_ now: NIODeadline) {
        hasBegun = true
        if receiving == nil { receiving = now }
    }

    /// Records that the head of a request was received.
    mutating func head() {
        isComing = true
        isAnsweredEarly = false
    }

    /// Records that the end of a request was received.
    mutating func end() {
        receiving = nil
        hasBegun = false
        isComing = false
        if !isAnsweredEarly { unanswered += 1 }
    }

    /// Records that a response begins.
    mutating func answer(_ now: NIODeadline) {
        answering = now
        if unanswered == 0, isComing { isAnsweredEarly = true }
    }

    /// Records that a response was written; some of its bytes may still be in the output buffer.
    mutating func answered() { unanswered = max(0, unanswered - 1) }

    /// Compares the deadlines with the time; `isTaken` says whether the output buffer is empty.
    ///
    /// The result says what to do, and when to call this next.
    mutating func look(_ now: NIODeadline, isTaken: Bool) -> Verdict {
        if isTaken, unanswered == 0 { answering = nil }
        // While an earlier request is processed, the server does not read, so the client is not
        // late.
        if unanswered > 0, receiving != nil { receiving = now }
        if let answering, answering + Self.answerMost <= now { return .close }
        if let receiving, receiving + Self.requestMost <= now {
            return hasBegun && !isAnsweredEarly && answering == nil ? .sayAndClose : .close
        }
        let ends = [
            answering.map { $0 + Self.answerMost }, receiving.map { $0 + Self.requestMost },
        ]
        return ends.compactMap(\.self).min().map { .wait(until: $0) } ?? .rest
    }
}
