internal import Store

/// Jobs in the order they came, never more than a limit.
struct JobQueue: Sendable {
    private var jobs: [any Job] = []
    private let limit: Int
    /// How many connections are at work on them.
    var working = 0
    /// Whether nothing more is taken in.
    var isClosed = false

    init(limit: Int) { self.limit = limit }

    var count: Int { jobs.count }

    /// Takes a job in, or says why not.
    mutating func add(_ job: any Job) -> StoreError? {
        if isClosed { return .closed }
        guard jobs.count < limit else { return .busy }
        jobs.append(job)
        return nil
    }

    /// Hands out the oldest jobs, at most so many.
    mutating func take(_ most: Int) -> [any Job] {
        let taken = Array(jobs.prefix(most))
        jobs.removeFirst(taken.count)
        return taken
    }
}
