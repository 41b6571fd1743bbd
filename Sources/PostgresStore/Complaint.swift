internal import Store

/// What the database said no with.
struct Complaint: Error {
    /// Five characters that name the error; empty where the connection itself failed.
    let state: String
    let message: String
    /// What the database was asked.
    let statement: Statement?
    /// Whether the connection is of no use after it.
    let endsConnection: Bool
    /// Whether it is certain that the last of what was sent with it was not done.
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

    /// A connection that broke.
    static func lost(_ message: String) -> Complaint {
        Complaint(state: "", message: message, endsConnection: true)
    }

    /// Two equal rows: of two changes at once the second, run again, finds what the first made.
    var isDuplicate: Bool { state == "23505" }

    /// A statement was prepared for tables that a migration has changed since.
    var isStale: Bool { state == "0A000" || state == "26000" }

    /// Whether the same may go well on another connection, since this one's server is going away,
    /// or has become one that only reads.
    var isOfTheConnection: Bool {
        endsConnection || state == "25006" || state.hasPrefix("57P")
            || state.hasPrefix("08")
                && state != "08P01"
    }

    /// What it means for whoever asked, as long as nothing was committed.
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
