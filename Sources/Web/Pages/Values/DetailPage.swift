/// A page about one thing: its facts, and forms and links for what can be done with it.
package struct DetailPage: Page {
    package static let template = Template.detail
    package let frame: Frame
    package let title: String
    let back: Link?
    let lead: String?
    let mistakes: Mistakes?
    let ring: RingView?
    let lines: [Line]
    let code: String?
    let after: String?
    let forms: [Form]
    let links: [Link]

    init(
        frame: Frame,
        title: String,
        back: Link? = nil,
        lead: String? = nil,
        entered: Entered = .nothing,
        ring: RingView? = nil,
        lines: [Line] = [],
        code: String? = nil,
        after: String? = nil,
        forms: [Form] = [],
        links: [Link] = []
    ) {
        self.frame = frame
        self.title = title
        self.back = back
        self.lead = lead
        mistakes = entered.summary(frame.words)
        self.ring = ring
        self.lines = lines
        self.code = code
        self.after = after
        self.forms = forms
        self.links = links
    }
}
