/// A page with a list, such as of people, organisations, offers or transfers.
package struct ListPage: Page {
    package static let template = Template.list
    package let frame: Frame
    package let title: String
    let back: Link?
    let lead: String?
    let ring: RingView?
    let add: Link?
    let search: Search?
    let rows: Rows?
    let empty: String
    let more: Link?

    init(
        frame: Frame,
        title: String,
        back: Link? = nil,
        lead: String? = nil,
        ring: RingView? = nil,
        add: Link? = nil,
        search: Search? = nil,
        items: [Row],
        empty: String,
        more: Link? = nil
    ) {
        self.frame = frame
        self.title = title
        self.back = back
        self.lead = lead
        self.ring = ring
        self.add = add
        self.search = search
        rows = Rows(items)
        self.empty = empty
        self.more = more
    }
}

/// The search field above a list; it sends its text in the query parameter `q`.
struct Search: Hashable, Sendable {
    let address: String
    let searchLabel: String
    let searched: String

    init(_ address: Href, searchLabel: String, searched: String) {
        self.address = address.text
        self.searchLabel = searchLabel
        self.searched = searched
    }
}
