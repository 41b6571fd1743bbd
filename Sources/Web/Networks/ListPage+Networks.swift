internal import Ledger
package import Timebank

extension ListPage {
    /// The list of the networks on this server.
    ///
    /// - `networks`: The name and the slug of each.
    package static func networks(frame: Frame, networks: [(name: String, slug: Slug)]) -> ListPage {
        let words = frame.words
        return ListPage(
            frame: frame,
            title: words(NetworksText.networksTitle),
            lead: words(NetworksText.networksLead),
            items: networks.map { Row($0.name, to: Address.home($0.slug)) },
            empty: words(NetworksText.networksEmpty)
        )
    }
}
