internal import Ledger
package import Timebank

extension Stretch: Shown where Item: Shaped {}

extension Stretch: Shaped where Item: Shaped {
    /// A stretch of a list, with where the next one begins.
    package static var shape: Shape<Stretch<Item>> {
        let members: [Shape<Stretch<Item>>.Member] = [
            .member("items", .list(.shown)) { $0.items },
            .member(
                "next",
                .orNull(.id),
                "What to give as `after` for the next stretch; null at the end."
            ) { $0.next.map { ID<Item>(raw: $0) } },
        ]
        return Item.shape.listName.map { Shape($0, members) } ?? Shape(inner: members)
    }

    package var room: Int { 64 + 280 * items.count }

    /// Written by hand: a generic type keeps no static value, so its shape would be made anew for
    /// each answer.
    ///
    /// A test holds it to the shape.
    package func show(to json: inout JSONWriter) {
        json.object { json in
            json.name("items")
            json.list(items) { $1.show(to: &$0) }
            json.member("next", next.map { ID<Item>(raw: $0) })
        }
    }
}
