internal import Drawing
internal import Ledger
package import Timebank

/// What stands around every page: the network, the way about, the person, the languages, help.
package struct Frame: Sendable {
    package let words: Voice
    let language: String
    let network: String
    let home: String
    let mark: String
    let navigation: [Link]
    let signedIn: SignedIn?
    let languages: [Link]
    let help: String?
    let notice: String?
    let told: ToldView?
    let behalf: String?
    let style: String
    let script: String
    let icon: String

    private static let drawing = Ring.mark.svg.markup

    /// - `network`: The network's name, or the installation's where there is no network.
    /// - `navigation`: One link for each role the person has, never more than five.
    /// - `languages`: The same page in each offered language.
    /// - `notice`: What was just done, after a redirect.
    /// - `told`: What somebody else did to the person, until they say that they have seen it.
    /// - `behalf`: The name of the ward for whom a guardian is acting.
    package init(
        words: Voice,
        network: String,
        home: Href,
        navigation: [Link] = [],
        signedIn: SignedIn? = nil,
        languages: [Link] = [],
        help: Href? = nil,
        notice: String? = nil,
        told: ToldView? = nil,
        behalf: String? = nil
    ) {
        self.words = words
        language = words.language.code
        self.network = network
        self.home = home.text
        mark = Self.drawing
        self.navigation = navigation
        self.signedIn = signedIn
        self.languages = languages
        self.help = help?.text
        self.notice = notice
        self.told = told
        self.behalf = behalf.map { words(CommonText.frameBehalf, ["name": .word($0)]) }
        style = Address.asset(.style)
        script = Address.asset(.script)
        icon = Address.asset(.mark)
    }
}

/// What somebody else did to the person who looks, with a button to say that it was seen.
package struct ToldView: Hashable, Sendable {
    let lines: [String]
    let action: String
    let last: String
    let formToken: String

    /// - `lines`: A sentence for each, oldest first.
    /// - `action`: Where the button leads.
    /// - `last`: The id of the newest one that is shown.
    /// - `token`: The form token of this sign-in.
    package init(lines: [String], action: Href, last: Notice.ID, token: String) {
        self.lines = lines
        self.action = action.text
        self.last = last.description
        formToken = token
    }
}
