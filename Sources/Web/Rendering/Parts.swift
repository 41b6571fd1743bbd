internal import Drawing
package import Ledger
internal import Timebank

/// Voice that lead somewhere.
package struct Link: Hashable, Sendable {
    let text: String
    let href: String
    let current: Bool
    let lang: String?

    /// - `current`: Whether it leads to the page it stands on.
    /// - `lang`: The language of the words, where it is not that of the page.
    package init(_ text: String, to href: Href, current: Bool = false, lang: String? = nil) {
        self.text = text
        self.href = href.text
        self.current = current
        self.lang = lang
    }
}

/// An amount as a ring with its words inside.
package struct RingView: Hashable, Sendable {
    let drawing: String
    let short: String
    let spoken: String
    let caption: String?
    let size: String

    /// - `caption`: A second, soft line inside the ring, such as "to enjoy or give".
    package init(_ minutes: Minutes, caption: String? = nil, words: Voice) {
        drawing = Ring(minutes: minutes.count).svg.markup
        short = words.hours(minutes, .short)
        spoken = words.hours(minutes, .spoken)
        self.caption = caption
        size =
            switch short.count {
            case ...6: "large"
            case 7...8: "medium"
            default: "small"
            }
    }
}

/// One line of a list: what it is, more about it, and an amount or a thing to do.
package struct Row: Hashable, Sendable {
    let head: String
    let headLink: String?
    let second: String?
    let note: String?
    let badge: String?
    let amount: String?
    let incoming: Bool
    let action: Link?

    /// - `head`: What it is; `to` makes it a link.
    /// - `note`: What somebody wrote about it.
    /// - `badge`: A few words that ask for attention, such as "two places left".
    /// - `incoming`: Whether the amount came in; it is then shown in leaf, and its sign says so.
    package init(
        _ head: String,
        to headLink: Href? = nil,
        second: String? = nil,
        note: String? = nil,
        badge: String? = nil,
        amount: String? = nil,
        incoming: Bool = false,
        action: Link? = nil
    ) {
        self.head = head
        self.headLink = headLink?.text
        self.second = second
        self.note = note
        self.badge = badge
        self.amount = amount
        self.incoming = incoming
        self.action = action
    }
}

/// The lines of one list; there is no list without a line.
package struct Rows: Hashable, Sendable {
    let items: [Row]

    /// `nil` if there are none, so that a template can say something kinder than nothing.
    init?(_ items: [Row]) {
        guard !items.isEmpty else { return nil }
        self.items = items
    }
}

/// A label and what belongs to it, as in the answers a person checks before they send them.
package struct Line: Hashable, Sendable {
    let label: String
    let value: String

    /// A label and its value.
    package init(_ label: String, _ value: String) {
        self.label = label
        self.value = value
    }
}
