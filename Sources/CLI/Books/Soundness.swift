internal import Store
internal import Timebank

extension Database {
    /// Refuses a store whose tables, checks, triggers or rights are not as the migrations make
    /// them; `then` says what to do about it.
    func requireSound(_ what: String, then advice: String) async throws {
        let differences = try await differences(from: Program.current.scheme.plan)
        guard let first = differences.first else { return }
        let more = differences.count - 1
        let rest = more > 0 ? " (and \(counted(more, "more difference", "more differences")))" : ""
        throw CommandRefusal(
            sentence: """
                \(what) is not made as Commonhour makes it: \(first)\(rest). Somebody changed it \
                behind Commonhour, which it no longer guards against. \(advice)
                """
        )
    }
}
