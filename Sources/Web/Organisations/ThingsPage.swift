internal import Timebank

/// A grouped list of what organisations list, with filters that are links.
package struct ThingsPage: Page {
    package static let template = Template.things
    package let frame: Frame
    package let title: String
    let lead: String
    let add: Link?
    let chips: Chips?
    let sifting: Sifting?
    let groups: [ThingsGroup]
    let empty: EmptyThings?

    /// - `add`: The link to add something, for those who may.
    /// - `sifts`: The filters; each option that is chosen stands above the list too.
    /// - `groups`: The groups; those without rows are left out.
    /// - `empty`: What to say, with a way on, where no group has rows.
    init(
        frame: Frame,
        title: String,
        lead: String,
        add: Link?,
        sifts: [Sift],
        groups: [ThingsGroup?],
        empty: EmptyThings
    ) {
        self.frame = frame
        self.title = title
        self.lead = lead
        self.add = add
        let sifts = sifts.filter { !$0.options.isEmpty }
        let chosen = sifts.flatMap(\.options).filter(\.isChosen)
        chips = chosen.isEmpty ? nil : Chips(chosen: chosen.map(\.link))
        sifting = sifts.isEmpty ? nil : Sifting(sifts: sifts)
        let there = groups.compactMap(\.self)
        self.groups = there
        self.empty = there.isEmpty ? empty : nil
    }
}

/// The filters that are chosen, as links that take them away; never empty.
struct Chips: Hashable, Sendable {
    let chosen: [Link]
}

/// The filters of a list; never empty.
struct Sifting: Hashable, Sendable {
    let sifts: [Sift]
}

/// Filters of one kind, of which one may be chosen.
struct Sift: Hashable, Sendable {
    let siftHeading: String
    let options: [SiftOption]
}

/// One filter: a link to the list with it, or without it where it is chosen.
struct SiftOption: Hashable, Sendable {
    let option: String
    let way: String
    let count: String
    let isChosen: Bool
    fileprivate let link: Link

    /// - `way`: The address of the list with the filter put on or taken away.
    /// - `count`: How many things there are with it.
    init(_ option: String, to way: Href, count: Int, isChosen: Bool) {
        self.option = option
        self.way = way.text
        self.count = "\(count)"
        self.isChosen = isChosen
        link = Link(option, to: way)
    }
}

/// Things that belong together, under a heading.
struct ThingsGroup: Hashable, Sendable {
    let groupHeading: String
    let groupHint: String?
    let entries: Rows

    /// Returns `nil` when there are no rows.
    init?(_ groupHeading: String, hint: String? = nil, _ rows: [Row]) {
        guard let entries = Rows(rows) else { return nil }
        self.groupHeading = groupHeading
        groupHint = hint
        self.entries = entries
    }
}

/// What a list says where there is nothing in it, and the way on.
struct EmptyThings: Hashable, Sendable {
    let sentence: String
    let next: Link?
}

extension String {
    /// The first line of a text, shortened to about a hundred characters at the end of a word.
    var firstLine: String {
        let line = split(separator: "\n").first.map { String($0).trimmed } ?? ""
        guard line.count > 100 else { return line }
        let cut = line.prefix(100)
        let end = cut.lastIndex(of: " ") ?? cut.endIndex
        return String(cut[..<end]) + "…"
    }
}

extension Template {
    static let things = Template("things", PackageResources.things_mustache)
}
