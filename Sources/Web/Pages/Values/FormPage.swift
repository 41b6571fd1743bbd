/// A page with one form, such as to sign in, claim hours, give, grant a role or add a member.
package struct FormPage: Page {
    package static let template = Template.form
    package let frame: Frame
    package let title: String
    let back: Link?
    let lead: String?
    let mistakes: Mistakes?
    let form: Form
    let links: [Link]
    let till: Bool

    init(
        frame: Frame,
        title: String,
        back: Link? = nil,
        lead: String? = nil,
        entered: Entered,
        form: Form,
        links: [Link] = [],
        till: Bool = false
    ) {
        self.frame = frame
        self.title = title
        self.back = back
        self.lead = lead
        mistakes = entered.summary(frame.words)
        self.form = form
        self.links = links
        self.till = till
    }
}
