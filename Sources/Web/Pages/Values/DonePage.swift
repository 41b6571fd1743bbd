/// A page that confirms an action: the result, what is left, an undo button and next steps.
package struct DonePage: Page {
    package static let template = Template.done
    package let frame: Frame
    package let title: String
    let ring: RingView?
    let sentences: [String]
    let undo: Form?
    let next: Link
    let others: [Link]
    let till: Bool

    init(
        frame: Frame,
        title: String,
        ring: RingView? = nil,
        sentences: [String],
        undo: Form? = nil,
        next: Link,
        others: [Link] = [],
        till: Bool = false
    ) {
        self.frame = frame
        self.title = title
        self.ring = ring
        self.sentences = sentences
        self.undo = undo
        self.next = next
        self.others = others
        self.till = till
    }
}
