internal import Hummingbird
internal import Ledger
internal import Timebank

/// The page of one opportunity or offer.
package struct ListedPage: Page {
    package static let template = Template.listed
    package let frame: Frame
    package let title: String
    let back: Link?
    let lead: String
    let mistakes: Mistakes?
    let state: String?
    let about: String?
    let lines: [Line]
    let sentence: String?
    let act: Link?
    let forms: [Form]
    let links: [Link]

    /// - `lead`: Where it is.
    /// - `state`: What to say of something that is off the list.
    /// - `about`: What the organisation wrote about it.
    /// - `sentence`: What it means for the viewer's own hours.
    /// - `act`: The link to what the viewer can do.
    /// - `forms`: For those who may, the form that takes it off the list or puts it back.
    init(
        frame: Frame,
        title: String,
        back: Link,
        lead: String,
        entered: Entered,
        state: String?,
        about: String,
        lines: [Line],
        sentence: String?,
        act: Link?,
        forms: [Form],
        links: [Link]
    ) {
        self.frame = frame
        self.title = title
        self.back = back
        self.lead = lead
        mistakes = entered.summary(frame.words)
        self.state = state
        self.about = about.isEmpty ? nil : about
        self.lines = lines
        self.sentence = sentence
        self.act = act
        self.forms = forms
        self.links = links
    }
}

/// What the viewer of an opportunity's or offer's page may do with it.
package struct ListedRights: Sendable {
    /// Makes the tokens of the form; `nil` for those who may not edit.
    let tokens: (@Sendable () -> FormTokens)?
    /// Whether the viewer is a member, who can claim hours.
    let isMember: Bool

    /// - `tokens`: Makes the tokens of the form, for a viewer who may edit it.
    package init(isMember: Bool = false, tokens: (@Sendable () -> FormTokens)? = nil) {
        self.isMember = isMember
        self.tokens = tokens
    }
}

extension Form {
    /// The form that takes something off the list, or puts it back.
    static func listing(
        isOpen: Bool,
        to address: Href,
        _ tokens: FormTokens,
        _ words: Localizer
    ) -> Form {
        Form(
            to: address,
            tokens,
            hidden: [Hidden("open", isOpen ? "no" : "yes")],
            button: words(isOpen ? OrganisationsText.shelfOff : OrganisationsText.shelfBack),
            quiet: true
        )
    }
}

extension Visitor {
    /// Whether the viewer may edit what this organisation lists.
    func mayEdit(_ organisation: Organisation.ID) -> Bool {
        isCoordinator || post(at: organisation)?.role == .lead
    }
}

extension Visit {
    /// What the viewer may do with something that an organisation lists.
    func rights(_ visitor: Visitor, at organisation: Organisation.ID) -> ListedRights {
        let make: @Sendable () -> FormTokens = { tokens() }
        return ListedRights(
            isMember: visitor.member != nil,
            tokens: visitor.mayEdit(organisation) ? make : nil
        )
    }

    /// Takes something off the list or puts it back, as the form says, and leads to its page.
    func list<Thing: Listed>(_ thing: ID<Thing>, to page: Href) async throws -> Response {
        let isOpen = body["open"] == "yes"
        let changed = try await perform(OpenListed(thing, isOpen: isOpen))
        let words = Localizer(language(of: try await look { _ in }.visitor))
        return lead(
            to: page,
            notice: words(
                isOpen ? OrganisationsText.noticeListed : OrganisationsText.noticeUnlisted,
                ["name": .word(changed.title)]
            )
        )
    }
}

extension Template {
    static let listed = Template("listed", PackageResources.listed_mustache)
}
