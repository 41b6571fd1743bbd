internal import Timebank

/// The help page of a network, to which the footer of its other pages links.
///
/// It explains how credits work and whom to ask.
package struct HelpPage: Page {
    package static let template = Template.help
    package let frame: Frame
    package let title: String
    let questions: [Question]
    let contact: String

    /// The help page with the network's contact.
    ///
    /// - `contact`: whom to ask, as the coordinator wrote it; empty if not set.
    package init(frame: Frame, contact: String) {
        let words = frame.words
        self.frame = frame
        title = words(NetworksText.helpTitle)
        let texts: [(any Text, any Text)] = [
            (NetworksText.helpCreditQuestion, NetworksText.helpCreditAnswer),
            (NetworksText.helpEarnQuestion, NetworksText.helpEarnAnswer),
            (NetworksText.helpSpendQuestion, NetworksText.helpSpendAnswer),
            (NetworksText.helpWrongQuestion, NetworksText.helpWrongAnswer),
            (NetworksText.helpPasswordQuestion, NetworksText.helpPasswordAnswer),
        ]
        questions = texts.map { Question(question: words($0), answer: words($1)) }
        self.contact = contact.isEmpty ? words(NetworksText.helpNoContact) : contact
    }
}

/// A question with its answer, as shown on the help page.
struct Question: Hashable, Sendable {
    let question: String
    let answer: String
}
