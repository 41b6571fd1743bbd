package import Timebank

/// A page for an error that belongs to no form, with links to continue.
package struct ErrorPage: Page {
    package static let template = Template.error
    package let frame: Frame
    package let title: String
    let sentence: String
    let problem: String?
    let next: [Link]

    /// A page for a refusal.
    ///
    /// - `next`: links to continue; at least one.
    package init(frame: Frame, refusal: RefusalWords, next: [Link]) {
        self.frame = frame
        title = refusal.title
        sentence = refusal.sentence
        problem = nil
        self.next = next
    }

    /// A page for an internal error, with the id under which it is logged; nothing was changed.
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
