internal import NIOCore

/// How long a connection has been busy with one thing: a request that comes, an answer that goes.
///
/// Both have a time in all, so that nobody holds a connection by sending or taking a byte now and
/// then.
struct LineTimes {
    /// How long a request may take to come, head and body, and a new connection to send one.
    static let requestMost: TimeAmount = .seconds(30)
    /// How long an answer may take to be taken.
    static let answerMost: TimeAmount = .seconds(120)

    /// What is to be done when somebody looks.
    enum Verdict: Equatable {
        /// Nothing is under way.
        case rest
        /// Nothing is late before this moment.
        case wait(until: NIODeadline)
        /// Say that the request came too slowly, and hang up.
        case sayAndClose
        /// Hang up; there is nothing that could still be said.
        case close
    }

    private var receiving: NIODeadline?
    private var answering: NIODeadline?
    /// Whether any byte of the request that comes has come.
    private var hasBegun = false
    /// How many requests have come whole and are not answered.
    private var unanswered = 0
    /// Whether the answer to the request that comes has begun already.
    private var isAnsweredEarly = false
    /// Whether the head of a request has come and its end has not.
    private var isComing = false

    /// A connection that was just opened.
    mutating func open(_ now: NIODeadline) { receiving = now }

    /// Bytes came.
    mutating func bytes(_ now: NIODeadline) {
        hasBegun = true
        if receiving == nil { receiving = now }
    }

    /// The head of a request came.
    mutating func head() {
        isComing = true
        isAnsweredEarly = false
    }

    /// The end of a request came.
    mutating func end() {
        receiving = nil
        hasBegun = false
        isComing = false
        if !isAnsweredEarly { unanswered += 1 }
    }

    /// An answer begins.
    mutating func answer(_ now: NIODeadline) {
        answering = now
        if unanswered == 0, isComing { isAnsweredEarly = true }
    }

    /// An answer is written; its bytes may still be ours.
    mutating func answered() { unanswered = max(0, unanswered - 1) }

    /// Looks at the time; `isTaken` says whether all that was written has left us.
    mutating func look(_ now: NIODeadline, isTaken: Bool) -> Verdict {
        if isTaken, unanswered == 0 { answering = nil }
        // While an earlier request is worked at nothing is read, which is not the client's doing.
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
