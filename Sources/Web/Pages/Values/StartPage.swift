/// Where people with work to do begin: what needs a person, and the way to everything else.
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
