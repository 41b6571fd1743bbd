/// Tells whoever watches how far an import or an export has come.
package struct ImportProgress: Sendable {
    /// What an import does, one after the other.
    package enum Stage: Sendable { case reading, comparing, writing }

    private static let every = 1_000
    private let watch: @Sendable (Stage, Int, Int?) -> Void

    /// Tells these ears: the stage, how many rows, and of how many where that is known.
    package init(_ watch: @escaping @Sendable (Stage, Int, Int?) -> Void) { self.watch = watch }

    /// Nobody watches.
    package static let unwatched = ImportProgress { _, _, _ in }

    /// Speaks up now and then.
    func tell(_ stage: Stage, _ count: Int, of all: Int?) {
        if count > 0, count.isMultiple(of: Self.every) { watch(stage, count, all) }
    }
}
