package import Ledger
package import Store

/// What an organisation has on a list that members see, takes off it and puts back: something to
/// do, something to enjoy.
///
/// A new kind conforms and stands in ``Shelf/kinds``; opening and closing (``OpenListed``), its
/// list (``ListedQuery``) and its line on the organisation's own page come with that.
package protocol Listed: OwnedEntity, Outcome, Hashable {
    /// Its table and the statements on it.
    static var listing: Listing { get }
    /// What who looks after it reads beside one that is on the list, or off it.
    static func state(isOpen: Bool) -> any Text

    var id: ID<Self> { get }
    /// What it is, in a few words.
    var title: String { get }
    /// Whether it is on the list.
    var isOpen: Bool { get }

    /// One from a row of the columns of its ``Listing``.
    init(_ row: Row) throws
}

/// The table of one kind of ``Listed`` things, and the statements on it.
///
/// The table has the columns `id`, `network`, `organisation` and `is_open`.
package struct Listing: Sendable {
    /// The table's name: what operations and forms call one of the kind, such as `offer`.
    package let kind: String
    let table: Table

    /// What is open at open organisations, newest first: of the network `$1`, with ids below `$2`,
    /// at most `$3`, and only of the organisation `$4` unless that is null.
    let page: SQLText
    /// The one with the id `$1` in the network `$2`.
    let one: SQLText
    /// What the organisation `$1` has, open or not, newest first, at most `$2`.
    let shelf: SQLText
    /// The organisation of the one with the id `$1` in the network `$2`.
    let organisation: SQLText
    /// Sets whether the one with the id `$2` in the network `$3` is open.
    let setOpen: SQLText

    /// - columns: What is read of each, from the table as `t` and its organisation as `o`.
    /// - setOpen: The statement written out, so that it is seen which tables are changed.
    init(_ table: Table, columns: SQLText, setOpen: SQLText) {
        kind = table.name.description
        self.table = table
        let rows: SQLText = """
            SELECT \(columns) FROM \(table.name) t JOIN organisation o ON o.id = t.organisation
            """
        page = """
            \(rows) WHERE t.network = $1 AND t.id < $2 AND t.is_open = 1 AND o.is_open = 1
                AND (CAST($4 AS BIGINT) IS NULL OR t.organisation = $4)
            ORDER BY t.id DESC LIMIT $3
            """
        one = "\(rows) WHERE t.id = $1 AND t.network = $2"
        shelf = "\(rows) WHERE t.organisation = $1 ORDER BY t.id DESC LIMIT $2"
        organisation = "SELECT organisation FROM \(table.name) WHERE id = $1 AND network = $2"
        self.setOpen = setOpen
    }
}

extension Access {
    /// Who puts up, closes and opens what an organisation has on its list.
    package static let listing: Access = .staff(.lead) || .coordinator || .operator
}

extension Listed {
    /// Its id.
    package var made: [Int64] { [id.raw] }

    /// The thing as it is now, by its id.
    package static func recall(_ made: [Int64], at view: View) throws -> Self {
        guard let id = made.first,
            let found = try view.tx.listed(ID<Self>(raw: id), in: view.here.id)
        else { throw AccessRefusal.notFound }
        return found
    }

    /// Its organisation's, and known to every member.
    package static func scene(
        of id: ID<Self>,
        in network: Network.ID,
        _ tx: Transaction
    ) throws -> Scene? {
        try tx.first(listing.organisation, id, network) {
            Scene(organisation: $0.id(0), isPublic: true)
        }
    }
}

extension Transaction {
    /// The listed thing of a network with this id, open or not.
    package func listed<Thing: Listed>(
        _ id: ID<Thing>,
        in network: Network.ID
    ) throws -> Thing? {
        try first(Thing.listing.one, id, network, as: Thing.init)
    }
}

/// Asks what of one kind is open in a network, newest first.
package struct ListedQuery<Thing: Listed>: Query {
    package let span: Span
    /// Only this organisation's; nil for everybody's.
    package let organisation: Organisation.ID?

    package static var name: String { "\(Thing.listing.kind).list" }
    package static var access: Access { .belongs || .operator }
    package var subject: Subject { .network }

    /// A question for a stretch of the list.
    package init(span: Span = Span(), organisation: Organisation.ID? = nil) {
        self.span = span
        self.organisation = organisation
    }

    package func answer(at view: View) throws -> Stretch<Thing> {
        let rows = try view.tx.all(
            Thing.listing.page,
            view.here.id,
            span.after ?? .max,
            span.limit + 1,
            organisation,
            as: Thing.init
        )
        return Stretch(rows, limit: span.limit) { $0.id.raw }
    }
}
