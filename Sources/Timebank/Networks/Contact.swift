internal import Store

/// Writes down whom to ask for help, for the help page of the network.
package struct SetContact: Operation {
    /// What people read, as their coordinator would say it; empty for nothing.
    package let words: String

    package static let name = "network.set-contact"
    package static let access: Access = .coordinator || .operator
    package var subject: Subject { .network }

    /// Whom to ask, in a few lines.
    package init(words: String) { self.words = words }

    package func run(at desk: Desk) throws -> Done {
        try desk.keepContact(try Fields.contact.checked(words))
        return Done()
    }
}

extension Desk {
    /// Writes down whom to ask for help in words that were checked.
    func keepContact(_ words: String) throws {
        try tx.run(
            """
            INSERT INTO contact (network, words, since) VALUES ($1, $2, $3)
            ON CONFLICT (network) DO UPDATE SET words = excluded.words, since = excluded.since
            """,
            here.id,
            words,
            now
        )
    }
}

extension Transaction {
    /// Whom to ask for help in a network; empty where nobody has said.
    func contact(of network: Network.ID) throws -> String {
        try first("SELECT words FROM contact WHERE network = $1", network) { $0.text(0) } ?? ""
    }
}

/// Asks whom to ask for help; anybody may, for who cannot sign in needs it most.
package struct ContactQuery: Query {
    package static let name = "network.contact"
    package static let access: Access = .anyone
    package var subject: Subject { .network }

    /// The question.
    package init() {}

    package func answer(at view: View) throws -> String {
        try view.tx.contact(of: view.here.id)
    }
}
