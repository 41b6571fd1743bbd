internal import Ledger
package import Timebank

extension ResultPage: Shown where Item: Shaped {}

extension ResultPage: Shaped where Item: Shaped {
    /// The shape of a page of a list: its items, and the cursor of the next page.
    package static var shape: Shape<ResultPage<Item>> {
        let members: [Shape<ResultPage<Item>>.Member] = [
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

    /// Writes the page without using its shape, for speed.
    ///
    /// A generic type cannot have a stored static property, so the shape would be built again for
    /// each response. A test checks that both give the same JSON.
    package func show(to json: inout JSONWriter) {
        json.object { json in
            json.name("items")
            json.list(items) { $1.show(to: &$0) }
            json.member("next", next.map { ID<Item>(raw: $0) })
        }
    }
}
