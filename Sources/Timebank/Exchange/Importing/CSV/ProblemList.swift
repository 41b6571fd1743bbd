/// What is wrong with a file: the first hundred problems, and how many there are in all.
package struct ProblemList: Hashable, Sendable {
    /// How many problems are kept to be shown.
    package static let shownMax = 100

    /// The first hundred, in the order in which they were met.
    package private(set) var shown: [ImportProblem] = []
    /// All of them, also those that are not shown.
    package private(set) var count = 0

    /// A list without problems.
    package init() {}

    /// Whether nothing is wrong.
    package var isEmpty: Bool { count == 0 }

    /// Counts a problem, and keeps it if it is among the first hundred.
    package mutating func note(_ problem: @autoclosure () -> ImportProblem) {
        count += 1
        if shown.count < Self.shownMax { shown.append(problem()) }
    }
}
