internal import Timebank

/// How it works, and whom to ask: the page that the foot of every other page leads to.
package struct HelpPage: Page {
    package static let template = Template.help
    package let frame: Frame
    package let title: String
    let questions: [Question]
    let contact: String

    /// - `contact`: Whom to ask, as the network's coordinator wrote it; empty for none yet.
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

/// A question that people ask, and its answer.
struct Question: Hashable, Sendable {
    let question: String
    let answer: String
}
