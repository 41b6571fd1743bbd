internal import Drawing
package import Ledger
internal import Timebank

/// A link.
package struct Link: Hashable, Sendable {
    let text: String
    let href: String
    let current: Bool
    let lang: String?

    /// - `current`: Whether it leads to the page on which it is shown.
    /// - `lang`: The language of its text, when it differs from the page's.
    package init(_ text: String, to href: Href, current: Bool = false, lang: String? = nil) {
        self.text = text
        self.href = href.text
        self.current = current
        self.lang = lang
    }
}

/// An amount of minutes, drawn as a ring with its text inside.
package struct RingView: Hashable, Sendable {
    let drawing: String
    let short: String
    let spoken: String
    let caption: String?
    let size: String

    /// - `caption`: A second, muted line inside the ring, such as "to enjoy or give".
    package init(_ minutes: Minutes, caption: String? = nil, words: Localizer) {
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

/// A row of a list: a title, more about it, and an amount or an action.
package struct Row: Hashable, Sendable {
    let head: String
    let headLink: String?
    let second: String?
    let note: String?
    let badge: String?
    let amount: String?
    let incoming: Bool
    let action: Link?

    /// - `head`: The title.
    /// - `headLink`: Makes the title a link.
    /// - `second`: A second line.
    /// - `note`: A text that a person wrote, such as a memo or a reason.
    /// - `badge`: A few words that ask for attention, such as "two places left".
    /// - `amount`: The amount, formatted; with its sign where the row is of a statement.
    /// - `incoming`: Whether the amount is a credit; it is then shown in the accent colour.
    /// - `action`: The link to something that can be done.
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

/// The rows of a list; never empty.
package struct Rows: Hashable, Sendable {
    let items: [Row]

    /// Returns `nil` when there are no rows, so that a template can show a text instead.
    init?(_ items: [Row]) {
        guard !items.isEmpty else { return nil }
        self.items = items
    }
}

/// A label and its value, for example an answer that a person checks before sending it.
package struct Line: Hashable, Sendable {
    let label: String
    let value: String

    /// Makes a label and its value.
    package init(_ label: String, _ value: String) {
        self.label = label
        self.value = value
    }
}
