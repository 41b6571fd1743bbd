internal import Store
internal import Timebank

extension Database {
    /// Refuses a store whose schema or rights are not what the migrations make.
    ///
    /// - advice: What to do about it, for the message.
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
