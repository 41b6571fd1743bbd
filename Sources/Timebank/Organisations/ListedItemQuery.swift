package import Ledger
internal import Store

/// Reads one item of an organisation's list, whether it is open or closed.
///
/// A closed item stays readable, so that an old link can say that it is off the list.
package struct ListedItemQuery<Thing: Listed>: Query {
    package let thing: ID<Thing>

    package static var name: String { "\(Thing.listing.kind).show" }
    package static var access: Access { .listed }
    package var subject: Subject { .owned(thing) }

    /// A query for one item.
    package init(_ thing: ID<Thing>) { self.thing = thing }

    package func answer(at view: View) throws -> Thing {
        guard let found = try view.tx.listed(thing, in: view.here.id) else {
            throw AccessRefusal.notFound
        }
        return found
    }
}
