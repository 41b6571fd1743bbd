internal import ArgumentParser
internal import Glibc
internal import Store
internal import Timebank
internal import Web

/// The message and the exit code after an error.
struct Complaint {
    /// One or two sentences; empty where the command printed them already.
    let message: String
    private let code: Int32

    private static let refused: Int32 = 1
    private static let wrongUsage: Int32 = 2
    private static let fault: Int32 = 70

    init(_ error: any Error, command: any ParsableCommand.Type) {
        switch error {
        case let refusal as any Refusal:
            self.init(refusal.words(in: .english, at: Clock.now()).line, Self.refused)
        case let refusal as HandedRefusal:
            self.init(refusal.sentence, Self.refused)
        case let error as StoreError:
            self.init(Self.sentence(error), Self.isFault(error) ? Self.fault : Self.refused)
        case let refusal as CommandRefusal:
            self.init(refusal.sentence, Self.refused)
        case let error as CannotListen:
            self.init(Self.sentence(error), Self.refused)
        case let code as ExitCode:
            self.init("", code.rawValue)
        default:
            let code = command.exitCode(for: error)
            let message = command.fullMessage(for: error)
            switch code {
            case .success: self.init(message, 0)
            case .validationFailure: self.init(message, Self.wrongUsage)
            default: self.init("A fault: \(error)", Self.fault)
            }
        }
    }

    private init(_ message: String, _ code: Int32) {
        self.message = message
        self.code = code
    }

    /// Prints the message and returns the exit code.
    func tell() -> Int32 {
        guard !message.isEmpty else { return code }
        if code == 0 { print(message) } else { Out.complain(message) }
        return code
    }

    private static func sentence(_ error: CannotListen) -> String {
        "Nobody can be served at port \(error.port) of \(error.host): \(error.reason). "
            + "Choose another with --port or --host."
    }

    private static func isFault(_ error: StoreError) -> Bool {
        switch error {
        case .failed, .constraint: true
        default: false
        }
    }

    private static func sentence(_ error: StoreError) -> String {
        switch error {
        case .busy: "Too much is waiting already. Try again in a moment."
        case .conflict: "Others changed the same thing at the same time. Try again."
        case .constraint(let text): "A fault: the store refused a row (\(text))."
        case .unavailable(let text):
            "The store cannot take anything now (\(text)). Nothing was changed."
        case .notAllowed(let text):
            """
            The database does not let this role do it (\(text)). Nothing was changed. What the \
            role needs is given by: commonhour migrate --migrate-store postgres://OWNER@…
            """
        case .inDoubt(let text):
            "It is not certain whether this was done (\(text)). Look before you try again."
        case .held(let holder):
            "The store is in use by \(holder). Stop it first, then try again."
        case .newer(let migration):
            """
            The store was changed by a newer Commonhour (migration \(migration)). \
            Install that version to open it.
            """
        case .needsMigration:
            """
            The store needs to be migrated. Run: commonhour migrate. Where another role owns the \
            tables of a PostgreSQL database, name it: --migrate-store postgres://OWNER@…
            """
        case .unreachable(let text): "The database cannot be used now. \(text)"
        case .unreadable(let text): "This is not a store that can be read: \(text)."
        case .closed: "The store was closed."
        case .failed(let text): "A fault: \(text)"
        }
    }
}

/// A refusal by the command line itself; the sentence says what to do next.
struct CommandRefusal: Error {
    let sentence: String
}
