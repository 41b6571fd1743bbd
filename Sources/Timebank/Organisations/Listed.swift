package import Ledger
package import Store

/// An item that an organisation lists for members and can close and reopen.
///
/// The kinds are opportunities, which earn credits, and offers, which cost credits. A new kind
/// conforms to this protocol and is added to ``Shelf/kinds``; it then gets closing and reopening
/// (``OpenListed``), its list (``ListedQuery``) and its entry on the organisation's page.
package protocol Listed: OwnedEntity, Outcome, Hashable {
    /// Its table and the statements that read and change it.
    static var listing: Listing { get }
    /// The label that shows the organisation's leads whether an item is open.
    static func state(isOpen: Bool) -> any Text

    var id: ID<Self> { get }
    /// Its title.
    var title: String { get }
    /// Whether it is open, and therefore on the list that members see.
    var isOpen: Bool { get }
    /// Whether its organisation is open; what a closed one lists is on no list.
    var isOrganisationOpen: Bool { get }

    /// Makes an item from a row with the columns of its ``Listing``.
    init(_ row: Row) throws
}

/// The table of one kind of ``Listed`` items, and the statements on it.
package struct Listing: Sendable {
    /// The table's name, such as `offer`, which operations and forms use as the name of the kind.
    package let kind: String
    let table: Table

    /// The open items of open organisations, newest first.
    ///
    /// `$1` is the network; only ids below `$2`, at most `$3` rows, and only of organisation `$4`
    /// unless that is null.
    let page: SQLText
    /// The item with id `$1` in network `$2`.
    let one: SQLText
    /// All items of organisation `$1`, open or closed, newest first, at most `$2`.
    let shelf: SQLText
    /// The organisation of the item with id `$1` in network `$2`.
    let organisation: SQLText
    /// Sets `is_open` to `$1` for the item with id `$2` in network `$3`.
    let setOpen: SQLText

    /// Builds the statements on a table.
    ///
    /// `columns` are the columns to read, with `t` for the table and `o` for its organisation.
    /// `setOpen` is passed as a literal, so that a search of the source finds every statement that
    /// changes the table.
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
    /// The roles that may add, edit, close and reopen an organisation's items.
    package static let listing: Access = .staff(.lead) || .coordinator || .operator
    /// The roles that may read what the organisations of a network list.
    package static let listed: Access = .belongs || .operator || .visitor
}

extension Listed {
    /// The id of the item.
    package var made: [Int64] { [id.raw] }

    /// The item with the first id, as it is now.
    package static func recall(_ made: [Int64], at view: View) throws -> Self {
        guard let id = made.first,
            let found = try view.tx.listed(ID<Self>(raw: id), in: view.here.id)
        else { throw AccessRefusal.notFound }
        return found
    }

    /// The owner is the organisation, and every member may know of the item.
    package static func subjectOwner(
        of id: ID<Self>,
        in network: Network.ID,
        _ tx: Transaction
    ) throws -> SubjectOwner? {
        try tx.first(listing.organisation, id, network) {
            SubjectOwner(organisation: $0.id(0), isPublic: true)
        }
    }
}

extension Transaction {
    /// The item with this id in a network, open or closed; nil where there is none.
    package func listed<Thing: Listed>(
        _ id: ID<Thing>,
        in network: Network.ID
    ) throws -> Thing? {
        try first(Thing.listing.one, id, network, as: Thing.init)
    }
}

/// Reads the open items of one kind in a network, newest first.
package struct ListedQuery<Thing: Listed>: Query {
    package let span: Span
    /// The organisation whose items are read; nil for all.
    package let organisation: Organisation.ID?

    package static var name: String { "\(Thing.listing.kind).list" }
    package static var access: Access { .listed }
    package var subject: Subject { .network }

    /// A query for a page of the list.
    package init(span: Span = Span(), organisation: Organisation.ID? = nil) {
        self.span = span
        self.organisation = organisation
    }

    package func answer(at view: View) throws -> ResultPage<Thing> {
        let rows = try view.tx.all(
            Thing.listing.page,
            view.here.id,
            span.after ?? .max,
            span.limit + 1,
            organisation,
            as: Thing.init
        )
        return ResultPage(rows, limit: span.limit) { $0.id.raw }
    }
}
