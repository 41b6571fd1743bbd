internal import Ledger
package import Timebank

/// What a visitor sees of a network: what it is, and the way in.
package struct FrontPage: Page {
    package static let template = Template.front
    package let frame: Frame
    package let title: String
    let ring: RingView
    let signIn: Link
    let setUp: Link

    /// - `network`: The slug.
    package init(frame: Frame, network: Slug) {
        let words = frame.words
        self.frame = frame
        title = words(NetworksText.frontTitle, ["network": .word(frame.network)])
        ring = RingView(.hours(1), words: words)
        signIn = Link(words(CommonText.signIn), to: Address.signIn(network))
        setUp = Link(words(SigningInText.setUpLink), to: Address.setUp(network))
    }
}
