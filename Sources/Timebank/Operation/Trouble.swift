internal import Store

/// Why something was not done, told apart by what whoever asked may do about it.
///
/// Pages and the API know this and not the store's own errors.
package enum Trouble: Error, Sendable {
    /// A rule said no.
    case refused(any Refusal)
    /// Too much is waiting; nothing was done, and asking again in a moment will do.
    case busy
    /// The store takes nothing now, a full disk say; nothing was done.
    case unavailable
    /// It may or may not have been done; only asking again with the same key can tell.
    case inDoubt
    /// A fault of ours, in words for the log and nobody else.
    case fault(String)

    /// What an error thrown by the bank means.
    package init(_ error: any Error) {
        self =
            switch error {
            case let trouble as Trouble: trouble
            case let refusal as any Refusal: .refused(refusal)
            case let error as StoreError: Trouble(error)
            default: .fault("\(error)")
            }
    }

    private init(_ error: StoreError) {
        self =
            switch error {
            case .busy, .conflict: .busy
            case .unavailable, .unreachable, .held, .newer, .needsMigration, .closed: .unavailable
            case .inDoubt: .inDoubt
            case .constraint(let text): .fault("the store refused a row: \(text)")
            case .notAllowed(let text): .fault("the database does not let us: \(text)")
            case .unreadable(let text): .fault("the store cannot be read: \(text)")
            case .failed(let text): .fault(text)
            }
    }
}
