internal import Store

/// Why a request failed, distinguished by what the caller can do about it.
///
/// Pages and the API handle these cases instead of the store's own errors.
package enum Trouble: Error, Sendable {
    /// A rule forbade it; nothing was changed.
    case refused(any Refusal)
    /// The write queue is full or conflicts persist; nothing was changed, a retry soon can succeed.
    case busy
    /// The store cannot be written or opened now, for example on a full disk; nothing was changed.
    case unavailable
    /// The commit may or may not have happened; only a retry with the same key can find out.
    case inDoubt
    /// A fault of the program, with a text for the log only.
    case fault(String)

    /// Classifies an error thrown by the bank.
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
