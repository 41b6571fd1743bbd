internal import Ledger
package import Timebank

/// The front page of a network for visitors who are not signed in.
package struct FrontPage: Page {
    package static let template = Template.front
    package let frame: Frame
    package let title: String
    let ring: RingView
    let signIn: Link
    let setUp: Link

    /// The front page of the network with this slug.
    package init(frame: Frame, network: Slug) {
        let words = frame.words
        self.frame = frame
        title = words(NetworksText.frontTitle, ["network": .word(frame.network)])
        ring = RingView(.hours(1), words: words)
        signIn = Link(words(CommonText.signIn), to: Address.signIn(network))
        setUp = Link(words(SigningInText.setUpLink), to: Address.setUp(network))
    }
}
