internal import Drawing
internal import Ledger
package import Timebank

/// What surrounds every page: network name, navigation, the signed-in person, languages and help.
package struct Frame: Sendable {
    package let words: Localizer
    let language: String
    let network: String
    let home: String
    let mark: String
    let navigation: NavigationView
    let signedIn: SignedIn?
    let languages: [Link]
    let help: String?
    let notice: String?
    let told: NoticesView?
    let behalf: String?
    let published: PublishedPage?
    let style: String
    let script: String
    let icon: String

    private static let drawing = Ring.mark.svg.markup

    /// - `network`: The network's name, or that of the installation on pages outside a network.
    /// - `home`: The address that the network's name links to.
    /// - `navigation`: The links of the role in which the person uses the page.
    /// - `languages`: Links to the same page in each offered language.
    /// - `notice`: A message about what was just done, after a redirect.
    /// - `told`: What others did to the person, until they have marked it as seen.
    /// - `behalf`: The name of the ward for whom a guardian is acting.
    /// - `published`: What search engines are told; `nil` for a page that is not for them.
    package init(
        words: Localizer,
        network: String,
        home: Href,
        navigation: NavigationView = NavigationView(),
        signedIn: SignedIn? = nil,
        languages: [Link] = [],
        help: Href? = nil,
        notice: String? = nil,
        told: NoticesView? = nil,
        behalf: String? = nil,
        published: PublishedPage? = nil
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
        self.published = published
        style = Address.asset(.style)
        script = Address.asset(.script)
        icon = Address.asset(.mark)
    }
}

/// What search engines are told about a page that visitors may read.
package struct PublishedPage: Hashable, Sendable {
    let description: String
    let canonical: String?

    /// - `description`: What the page is about, in one sentence.
    /// - `canonical`: Its only public address, with the server; `nil` where that is not known.
    package init(_ description: String, canonical: String? = nil) {
        self.description = description
        self.canonical = canonical
    }
}

/// What others did to the signed-in person, with a button that marks it as seen.
package struct NoticesView: Hashable, Sendable {
    let lines: [String]
    let action: String
    let last: String
    let formToken: String

    /// - `lines`: A sentence for each notice, oldest first.
    /// - `action`: The address to which the button's form is sent.
    /// - `last`: The id of the newest notice that is shown.
    /// - `token`: The form token (CSRF token) of the session.
    package init(lines: [String], action: Href, last: Notice.ID, token: String) {
        self.lines = lines
        self.action = action.text
        self.last = last.description
        formToken = token
    }
}
