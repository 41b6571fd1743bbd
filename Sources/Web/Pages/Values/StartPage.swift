/// The start page of people with a role: what needs their attention, and links to all else.
package struct StartPage: Page {
    package static let template = Template.start
    package let frame: Frame
    package let title: String
    let back: Link?
    let lead: String
    let ring: RingView?
    let rows: Rows?
    let links: [Link]
}
