package import Ledger
package import Store

/// An organisation where members earn credits, spend them, or both: a school, a cinema.
package struct Organisation: Hashable, Sendable {
    package typealias ID = Ledger.ID<Organisation>

    /// Whether it accepts credits, and what kind of partner it is.
    package enum Spends: String, CaseIterable, Codable, Sendable {
        case no
        /// It accepts them for activities that community partners run.
        case community
        /// It is a business that accepts them for its spare capacity.
        case corporate
    }

    package let id: ID
    package let slug: Slug
    package let name: String
    /// Whether members earn credits here.
    package let earns: Bool
    package let spends: Spends
    /// Whether it is open; at a closed one nothing new can be done.
    package let isOpen: Bool
    package let allocation: Account
    package let takings: Account
}

extension Organisation {
    init(_ row: Row) throws {
        guard let slug = Slug(row.text(1)) else { throw StoreError.failed("a slug is malformed") }
        self.init(
            id: row.id(0),
            slug: slug,
            name: row.text(2),
            earns: row.flag(3),
            spends: try row.word(4),
            isOpen: row.flag(5),
            allocation: Account(row.id(6), .allocation),
            takings: Account(row.id(7), .takings)
        )
    }
}

extension Organisation: Outcome {
    package var made: [Int64] { [id.raw] }

    package static func recall(_ made: [Int64], at view: View) throws -> Organisation {
        guard let id = made.first,
            let found = try view.tx.organisation(ID(raw: id), in: view.here.id)
        else { throw AccessRefusal.notFound }
        return found
    }
}

extension Transaction {
    /// The organisation with this id in a network; nil where there is none.
    package func organisation(
        _ id: Organisation.ID,
        in network: Network.ID
    ) throws -> Organisation? {
        try laterOrganisation(id, in: network).value()
    }

    /// Sends the query for the organisation with this id, whose result is read later.
    func laterOrganisation(
        _ id: Organisation.ID,
        in network: Network.ID
    ) throws -> Later<Organisation> {
        try later(
            """
            SELECT id, slug, name, earns, spends, is_open, allocation, takings
            FROM organisation WHERE id = $1 AND network = $2
            """,
            id,
            network,
            as: Organisation.init
        )
    }

    /// The organisation with this slug in a network; nil where there is none.
    package func organisation(_ slug: Slug, in network: Network.ID) throws -> Organisation? {
        try first(
            """
            SELECT id, slug, name, earns, spends, is_open, allocation, takings
            FROM organisation WHERE network = $1 AND slug = $2
            """,
            network,
            slug,
            as: Organisation.init
        )
    }
}

extension Organisation: OwnedEntity {
    package static func subjectOwner(
        of id: ID,
        in network: Network.ID,
        _ tx: Transaction
    ) throws -> SubjectOwner? {
        try tx.first("SELECT id FROM organisation WHERE id = $1 AND network = $2", id, network) {
            SubjectOwner(organisation: $0.id(0), isPublic: true)
        }
    }
}
