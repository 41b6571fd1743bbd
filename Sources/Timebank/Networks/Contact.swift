internal import Store

/// Sets the text of the network's help page that says whom to ask for help.
package struct SetContact: Operation {
    /// The text, at most 500 characters; empty to show none.
    package let words: String

    package static let name = "network.set-contact"
    package static let access: Access = .coordinator || .operator
    package var subject: Subject { .network }

    /// Sets the text to `words`.
    package init(words: String) { self.words = words }

    package func run(at desk: Desk) throws -> Done {
        try desk.keepContact(try Fields.contact.checked(words))
        return Done()
    }
}

extension Desk {
    /// Stores the text, which the caller has validated.
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
    /// The text that says whom to ask for help; empty where none is set.
    func contact(of network: Network.ID) throws -> String {
        try first("SELECT words FROM contact WHERE network = $1", network) { $0.text(0) } ?? ""
    }
}

/// Reads whom to ask for help; visitors may too, because people who cannot sign in need it most.
package struct ContactQuery: Query {
    package static let name = "network.contact"
    package static let access: Access = .anyone
    package var subject: Subject { .network }

    /// A query for the network of the request.
    package init() {}

    package func answer(at view: View) throws -> String {
        try view.tx.contact(of: view.here.id)
    }
}
