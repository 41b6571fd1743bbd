internal import Store

/// An error from the server, or of the connection to it.
struct PostgresError: Error {
    /// The SQLSTATE; empty where the connection itself failed.
    let state: String
    let message: String
    /// The statement that failed.
    let statement: Statement?
    /// Whether the connection can no longer be used.
    let endsConnection: Bool
    /// Whether it is certain that the last statement sent (the commit) was not done.
    var leftLastUndone = false

    init(
        state: String,
        message: String,
        of statement: Statement? = nil,
        endsConnection: Bool = false
    ) {
        self.state = state
        self.message = message
        self.statement = statement
        self.endsConnection = endsConnection
    }

    /// The error of a broken connection.
    static func lost(_ message: String) -> PostgresError {
        PostgresError(state: "", message: message, endsConnection: true)
    }

    /// A unique violation: after two transactions at once, the second finds the row when run again.
    var isDuplicate: Bool { state == "23505" }

    /// A prepared statement was made before a migration changed its tables.
    var isStale: Bool { state == "0A000" || state == "26000" }

    /// Whether the transaction may succeed on another connection, because this server is shutting
    /// down or became read-only.
    var isOfTheConnection: Bool {
        endsConnection || state == "25006" || state.hasPrefix("57P")
            || state.hasPrefix("08")
                && state != "08P01"
    }

    /// The error for the caller, given that nothing was committed.
    var error: StoreError {
        switch state {
        case "40001", "40P01": return .conflict
        case "57014", "55P03": return .unavailable(message)
        case "25006": return .unavailable("the database only reads now: \(message)")
        case "42501": return .notAllowed(message)
        case "08P01": return fault
        default: break
        }
        switch state.prefix(2) {
        case "22", "23", "P0": return .constraint(message)
        case "53", "57", "58", "08", "": return .unavailable(message)
        default: return fault
        }
    }

    private var fault: StoreError {
        .failed("\(message) (\(state)) in: \(statement?.words ?? "")")
    }
}
