package import Timebank

/// What went wrong where there is no form to say it beside, and what to do next.
package struct ErrorPage: Page {
    package static let template = Template.error
    package let frame: Frame
    package let title: String
    let sentence: String
    let problem: String?
    let next: [Link]

    /// A refusal.
    ///
    /// - `next`: Where to go from here; the network's front page at least.
    package init(frame: Frame, refusal: RefusalWords, next: [Link]) {
        self.frame = frame
        title = refusal.title
        sentence = refusal.sentence
        problem = nil
        self.next = next
    }

    /// A fault of ours: nothing was changed, and the id is the one in the log.
    package init(frame: Frame, fault id: String, next: [Link]) {
        let words = frame.words
        let refusal = TroubleWords.fault.words(in: words.language, ["id": .word(id)])
        self.frame = frame
        title = refusal.title
        sentence = refusal.sentence
        problem = words(CommonText.errorId, ["id": .word(id)])
        self.next = next
    }
}
