import Support
import Timebank

/// Whoever may try something: the columns of the access table.
enum Onlooker: String, CaseIterable {
    case nobody, stranger, neighbour, member, own, guardian, till, worker, lead, otherLead
    case coordinator, funder, `operator`, console

    /// What the column is called.
    var title: String {
        switch self {
        case .own: "self"
        case .otherLead: "lead elsewhere"
        default: rawValue
        }
    }

    /// Who it is, for whoever reads the table.
    var words: String {
        switch self {
        case .nobody: "not signed in"
        case .stranger: "signed in, with no place in any network"
        case .neighbour: "coordinator of another network"
        case .member: "another member than the one it is about"
        case .own: "the member whom it is about"
        case .guardian: "acts for the member whom it is about"
        case .till: "accepts credits at the organisation that it is about"
        case .worker: "confirms hours at the organisation that it is about"
        case .lead: "looks after the organisation that it is about"
        case .otherLead: "lead at another organisation of the network"
        case .coordinator: "looks after the network"
        case .funder: "sees totals of the network and nobody"
        case .operator: "looks after the server, signed in"
        case .console: "the command line, for whoever has rights on the store's files"
        }
    }

    /// The one of the town who it is.
    var role: Town.Role? {
        switch self {
        case .member: .ada
        case .own: .bo
        case .nobody, .neighbour, .otherLead, .console: nil
        default: Town.Role(rawValue: rawValue)
        }
    }
}

/// What came of trying something.
enum Verdict: Hashable {
    case may
    /// Refused, with this code.
    case no(String)

    /// The cell of the table.
    var cell: String {
        switch self {
        case .may: "yes"
        case .no("not-allowed"): "no"
        case .no("not-found"): "–"
        case .no("not-signed-in"): "sign in"
        case .no(let code): code
        }
    }
}
