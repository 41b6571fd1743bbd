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
    let ways: [Link]

    /// The front page of the network with this slug.
    ///
    /// - `isPublic`: Whether visitors may read what there is to do and to enjoy.
    package init(frame: Frame, network: Slug, isPublic: Bool = false) {
        let words = frame.words
        self.frame = frame
        title = words(NetworksText.frontTitle, ["network": .word(frame.network)])
        ring = RingView(.hours(1), words: words)
        signIn = Link(words(CommonText.signIn), to: Address.signIn(network))
        ways =
            isPublic
            ? [
                Link(words(EarningText.opportunitiesTitle), to: Address.opportunities(network)),
                Link(words(SpendingText.offersTitle), to: Address.offers(network)),
            ] : []
        setUp = Link(words(SigningInText.setUpLink), to: Address.setUp(network))
    }
}
