internal import Store

/// A bounded queue of jobs: first in, first out.
struct JobQueue: Sendable {
    private var jobs: [any Job] = []
    private let limit: Int
    /// How many connections are running jobs from it.
    var working = 0
    /// Whether new jobs are refused because the store is closing.
    var isClosed = false

    init(limit: Int) { self.limit = limit }

    var count: Int { jobs.count }

    /// Adds a job; returns why it was refused, or nil.
    mutating func add(_ job: any Job) -> StoreError? {
        if isClosed { return .closed }
        guard jobs.count < limit else { return .busy }
        jobs.append(job)
        return nil
    }

    /// Removes and returns the oldest jobs, at most `most` of them.
    mutating func take(_ most: Int) -> [any Job] {
        let taken = Array(jobs.prefix(most))
        jobs.removeFirst(taken.count)
        return taken
    }
}
