/// The start page of people with a role: what needs attention, and links to everything else.
package struct StartPage: Page {
    package static let template = Template.start
    package let frame: Frame
    package let title: String
    let back: Link?
    let lead: String
    let ring: RingView?
    /// What a new network still needs; nil once it is under way, and on other start pages.
    let steps: StepsView?
    let rows: Rows?
    let links: [Link]
}
