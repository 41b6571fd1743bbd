internal import Hummingbird
internal import Ledger
internal import Timebank

extension Visit {
    /// The language of a page, from the first source that gives one.
    ///
    /// The sources are: the choice on this device, the person's setting, the browser's
    /// `Accept-Language`, the network's language, and English.
    func language(of visitor: Visitor?) -> Language {
        let chosen = request.cookies[site.jar.language]?.value
        let wished = [chosen, visitor?.person?.language].compactMap { code in
            code.flatMap { Language(rawValue: $0) }
        }
        return wished.first(where: \.isComplete)
            ?? request.headers[.acceptLanguage].flatMap { Language(accepting: $0) }
            ?? visitor.flatMap { Language(rawValue: $0.network.language) }
            ?? .english
    }

    /// The frame of a page of the network: navigation, languages, sign-out, help and messages.
    ///
    /// - `published`: what search engines are told; nil for a page that is not for them.
    func frame(
        _ visitor: Visitor,
        behalf: String? = nil,
        published: PublishedPage? = nil
    ) -> Frame {
        let words = Localizer(language(of: visitor))
        let network = visitor.network.slug
        let path = Href(local: request.uri.path)
        return Frame(
            words: words,
            network: visitor.network.name,
            home: Address.home(network),
            navigation: NavigationView(navigation(of: visitor), visitor, words),
            signedIn: session.flatMap { session in
                visitor.person.map { person in
                    SignedIn(
                        words: words,
                        name: person.name,
                        password: Address.password(network),
                        signOut: Address.signOut(network),
                        token: session.formToken
                    )
                }
            },
            languages: Language.offered.map { language in
                Link(
                    language.name,
                    to: Address.language(
                        network,
                        language,
                        back: request.method == .get
                            ? path ?? Address.home(network) : Address.home(network)
                    ),
                    current: language == words.language,
                    lang: language.code
                )
            },
            help: Address.help(network),
            notice: notice,
            told: told(visitor, words),
            behalf: behalf,
            published: published
        )
    }

    /// What search engines are told about a page at `address`; nil where only people of the network
    /// may read it.
    func published(_ visitor: Visitor, _ about: String, at address: Href) -> PublishedPage? {
        guard visitor.network.isPublic else { return nil }
        return PublishedPage(about, canonical: site.settings.url.map { $0 + address.text })
    }

    /// Where the visitor can go, in the role in which they use this page.
    func navigation(of visitor: Visitor) -> Navigation {
        Navigation(
            site.destinations,
            for: visitor,
            at: request.uri.path,
            last: request.cookies[site.jar.role]?.value
        )
    }

    /// Where the visitor begins after signing in; nil for somebody without a role.
    func start(of visitor: Visitor) -> Href? {
        Navigation.start(
            site.destinations,
            for: visitor,
            last: request.cookies[site.jar.role]?.value
        )
    }

    /// The frame of a page that belongs to no network.
    var frameOfInstallation: Frame {
        Frame(
            words: Localizer(language(of: nil)),
            network: "Commonhour",
            home: Address.networks
        )
    }

    /// The message that the previous page left in a cookie; nil if there is none.
    private var notice: String? {
        request.cookies[site.jar.notice].flatMap { cookie in
            let text = FormBody.plain(cookie.value.utf8.prefix(2_000))
            return text.isEmpty ? nil : text
        }
    }

    /// What other people did to the person, which the person has not marked as seen yet.
    private func told(_ visitor: Visitor, _ words: Localizer) -> NoticesView? {
        guard let session, let last = visitor.notices.last else { return nil }
        return NoticesView(
            lines: visitor.notices.map { notice in
                words(
                    notice.kind.text,
                    [
                        "name": .word(notice.by ?? words(PeopleText.toldByServer)),
                        "day": .word(
                            words.day(Day(notice.at, in: visitor.network.zone) ?? now.day)
                        ),
                    ]
                )
            },
            action: Address.seen(visitor.network.slug),
            last: last.id,
            token: session.formToken
        )
    }

    /// The current date in the network's time zone.
    func today(_ visitor: Visitor) -> Day { Day(now, in: visitor.network.zone) ?? now.day }
}

extension Notice.Kind {
    /// The sentence about a notice of this kind.
    fileprivate var text: any Text {
        switch self {
        case .code: PeopleText.toldCode
        case .codeUsed: PeopleText.toldCodeUsed
        case .card: PeopleText.toldCard
        case .contact: PeopleText.toldContact
        case .guardian: PeopleText.toldGuardian
        }
    }
}
