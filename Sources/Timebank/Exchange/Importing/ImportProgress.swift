/// Reports the progress of an import or export to a callback.
package struct ImportProgress: Sendable {
    /// The stages of an import, in order; an export only has the last.
    package enum Stage: Sendable { case reading, comparing, writing }

    /// The number of rows between two reports.
    private static let every = 1_000
    private let watch: @Sendable (Stage, Int, Int?) -> Void

    /// Creates a progress reporter.
    ///
    /// - watch: Receives the stage, the number of rows done, and the total if it is known.
    package init(_ watch: @escaping @Sendable (Stage, Int, Int?) -> Void) { self.watch = watch }

    /// A reporter that does nothing.
    package static let unwatched = ImportProgress { _, _, _ in }

    /// Reports every 1,000th row; ignores all others.
    func tell(_ stage: Stage, _ count: Int, of all: Int?) {
        if count > 0, count.isMultiple(of: Self.every) { watch(stage, count, all) }
    }
}
