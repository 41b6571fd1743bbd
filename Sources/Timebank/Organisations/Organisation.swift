package import Ledger
package import Store

/// A school, a hostel, a cinema: where people earn, where they spend, or both.
package struct Organisation: Hashable, Sendable {
    package typealias ID = Ledger.ID<Organisation>

    /// Whether and how credits are accepted.
    package enum Spends: String, CaseIterable, Codable, Sendable {
        case no
        /// At something the partners put on themselves.
        case community
        /// At a business with room to spare.
        case corporate
    }

    package let id: ID
    package let slug: Slug
    package let name: String
    /// Whether people earn here.
    package let earns: Bool
    package let spends: Spends
    /// Whether it takes part now.
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
    /// The organisation of a network with this id.
    package func organisation(
        _ id: Organisation.ID,
        in network: Network.ID
    ) throws -> Organisation? {
        try laterOrganisation(id, in: network).value()
    }

    /// The organisation of a network with this id, for when it is needed.
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

    /// The organisation of a network with this slug.
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
    package static func scene(
        of id: ID,
        in network: Network.ID,
        _ tx: Transaction
    ) throws -> Scene? {
        try tx.first("SELECT id FROM organisation WHERE id = $1 AND network = $2", id, network) {
            Scene(organisation: $0.id(0), isPublic: true)
        }
    }
}
