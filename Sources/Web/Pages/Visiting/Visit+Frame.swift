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
    func frame(_ visitor: Visitor, behalf: String? = nil) -> Frame {
        let words = Localizer(language(of: visitor))
        let network = visitor.network.slug
        let path = Href(local: request.uri.path)
        return Frame(
            words: words,
            network: visitor.network.name,
            home: Address.home(network),
            navigation: visitor.ways(words).map { way in
                Link(way.text, to: way.address, current: way.address == path)
            },
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
            behalf: behalf
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

/// A link in the navigation.
struct Way: Hashable, Sendable {
    let text: String
    let address: Href
}

extension Visitor {
    /// The navigation links for the person's roles; at most five, none if nobody is signed in.
    func ways(_ words: Localizer) -> [Way] {
        guard person != nil else { return [] }
        let slug = network.slug
        var ways: [Way] = []
        if member != nil {
            ways.append(Way(text: words(CommonText.navigationHome), address: Address.home(slug)))
        }
        if isCoordinator {
            ways.append(
                Way(text: words(CommonText.navigationCoordinate), address: Address.coordinate(slug))
            )
        }
        ways += posts.prefix(2).map { post in
            let id = post.organisation
            let isTill = post.role == .till
            return Way(
                text: post.name,
                address: isTill ? Address.till(slug, id) : Address.organisation(slug, id)
            )
        }
        if offices.contains(.funder) {
            ways.append(
                Way(text: words(CommonText.navigationTotals), address: Address.totals(slug))
            )
        }
        if member == nil {
            ways += wards.prefix(2).map {
                Way(text: $0.name, address: Address.ward(slug, $0.member))
            }
        } else {
            ways += [
                Way(text: words(CommonText.navigationDo), address: Address.opportunities(slug)),
                Way(text: words(CommonText.navigationEnjoy), address: Address.offers(slug)),
            ]
        }
        if ways.isEmpty, isOperator {
            ways = [
                Way(
                    text: words(OrganisationsText.organisationsTitle),
                    address: Address.organisations(slug)
                ),
                Way(text: words(CommonText.navigationDo), address: Address.opportunities(slug)),
                Way(text: words(CommonText.navigationEnjoy), address: Address.offers(slug)),
                Way(text: words(CommonText.navigationTotals), address: Address.totals(slug)),
            ]
        }
        return Array(ways.prefix(5))
    }
}
