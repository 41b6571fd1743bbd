/// The first 100 problems with a file, and how many there are in total.
package struct ProblemList: Hashable, Sendable {
    /// The maximum number of problems to keep for display.
    package static let shownMax = 100

    /// The first 100 problems, in the order in which they were found.
    package private(set) var shown: [ImportProblem] = []
    /// The total number of problems, including those that are not kept.
    package private(set) var count = 0

    /// Creates an empty list.
    package init() {}

    /// Whether there are no problems.
    package var isEmpty: Bool { count == 0 }

    /// Counts a problem, and keeps it if it is among the first 100.
    ///
    /// The problem is only created if it is kept.
    package mutating func note(_ problem: @autoclosure () -> ImportProblem) {
        count += 1
        if shown.count < Self.shownMax { shown.append(problem()) }
    }
}
