package import Ledger
package import Timebank

/// The page of one member: on the left who they are, on the right where staff work.
package struct PersonPage: Page {
    package static let template = Template.person
    package let frame: Frame
    package let title: String
    let back: Link?
    let standing: String?
    let mistakes: Mistakes?
    let ring: RingView?
    let number: String
    let card: Form?
    let facts: [PersonFact]
    let signing: Form?
    let others: String?
    let enter: EnterSection?
    let idle: Link?
    let works: [Link]
    let history: PersonHistory?
    let endings: [PersonEnding]
    let ends: Bool

    /// - `card`: The form that makes a new card, if the viewer may.
    /// - `signing`: The form that makes a code, if the viewer may.
    /// - `others`: A sentence on who makes codes instead of the viewer.
    /// - `enter`: The form that enters hours, if the viewer may enter any.
    /// - `idle`: The link to add something to do, where hours cannot be entered for want of it.
    /// - `works`: Links to what else can be done with the member's hours.
    /// - `history`: The newest transfers, if the viewer may see who made them.
    /// - `endings`: What ends the membership, the gravest last.
    package init(
        frame: Frame,
        person: PersonLine,
        back: Link? = nil,
        standing: String? = nil,
        entered: Entered = .nothing,
        card: Form? = nil,
        facts: [PersonFact] = [],
        signing: Form? = nil,
        others: String? = nil,
        enter: EnterSection? = nil,
        idle: Link? = nil,
        works: [Link] = [],
        history: PersonHistory? = nil,
        endings: [PersonEnding] = []
    ) {
        let words = frame.words
        self.frame = frame
        title = person.name
        self.back = back
        self.standing = person.hasLeft ? words(PeopleText.personLeft) : standing
        mistakes = entered.summary(words)
        ring = person.minutes.map { RingView($0, words: words) }
        number = person.number
        self.card = card
        self.facts = facts
        self.signing = signing
        self.others = others
        self.enter = enter
        self.idle = idle
        self.works = works
        self.history = history
        self.endings = endings
        ends = !endings.isEmpty
    }
}

/// Something that is known of a member, with the link to change it.
package struct PersonFact: Hashable, Sendable {
    let fact: String
    let said: String
    let contact: String?
    let change: Link?

    /// - `fact`: What it is, such as "Phone".
    /// - `contact`: The address to call or to write to, such as `tel:01945`.
    /// - `change`: The link to the page where it is changed, if the viewer may.
    package init(_ fact: String, _ said: String, contact: String? = nil, change: Link? = nil) {
        self.fact = fact
        self.said = said
        self.contact = contact
        self.change = change
    }

    /// The address that calls a number; `nil` if there are no digits in it.
    static func call(_ phone: String) -> String? {
        let digits = phone.filter { $0.isASCII && ($0.isNumber || $0 == "+") }
        return digits.contains { $0.isNumber } ? "tel:\(digits)" : nil
    }

    /// The address that writes to an e-mail address.
    static func write(_ email: String) -> String {
        "mailto:\(Address.escaped(email).replacing("%40", with: "@"))"
    }
}

/// The form that enters hours, with what each organisation may still give.
package struct EnterSection: Hashable, Sendable {
    let sheet: Form
    let unitHour: String
    let unitMinute: String
    let sum: String
    let leaves: String
    let short: String
    let budgets: String

    /// The sign that stands for an amount in the texts that a script completes.
    private static let blank = "…"

    /// - `sheet`: The form.
    /// - `left`: What the organisation of each opportunity may still give, by opportunity.
    package init(_ sheet: Form, left: [(Opportunity.ID, Minutes)], words: Localizer) {
        self.sheet = sheet
        unitHour = words(CalendarText.unitHour)
        unitMinute = words(CalendarText.unitMinute)
        sum = words(PersonText.personEnterSum, ["sum": .word(Self.blank)])
        leaves = words(PersonText.personEnterLeaves, ["sum": .word(Self.blank)])
        short = words(PersonText.personEnterShort)
        budgets = left.map { "\($0.0)=\($0.1.count)" }.joined(separator: " ")
    }
}

/// The newest transfers of a member, with the link to all.
package struct PersonHistory: Hashable, Sendable {
    let moved: Rows?
    let everything: Link?

    /// - `everything`: The link to the whole history; `nil` if this is all of it.
    package init(_ rows: [Row], everything: Link?) {
        moved = Rows(rows)
        self.everything = everything
    }
}

/// Something that ends a membership, or takes that back: what it means, and how it is done.
package struct PersonEnding: Hashable, Sendable {
    let meaning: String
    let ending: Form?
    let grave: Link?

    /// - `ending`: The form that does it.
    /// - `grave`: The link to a page of its own, for what cannot be taken back.
    package init(_ meaning: String, _ ending: Form? = nil, grave: Link? = nil) {
        self.meaning = meaning
        self.ending = ending
        self.grave = grave
    }
}

extension Template {
    static let person = Template("person", PackageResources.person_mustache)
}
