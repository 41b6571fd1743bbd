internal import Hummingbird
internal import Ledger
internal import Timebank

/// The pages for choosing a network, signing in and out, setting a password, help and language.
struct SignInJourney: Journey {
    var routes: [PageRoute] {
        [
            .get(Address.networks, networks),
            .get(Address.signIn, signInForm),
            .post(Address.signIn, signIn),
            .post(Address.signOut, signOut),
            .get(Address.setUp, setUpForm),
            .post(Address.setUp, setUp),
            .get(Address.help, help),
            .get(Address.language, language),
        ]
    }

    /// The list of networks, or a redirect to the only one.
    private func networks(_ visit: Visit) async throws -> Response {
        let cards = try await visit.site.bank.ask(NetworksQuery(), as: .nobody)
        if cards.count == 1 { return visit.lead(to: Address.home(cards[0].slug)) }
        return visit.show(
            ListPage.networks(
                frame: visit.frameOfInstallation,
                networks: cards.map { ($0.name, $0.slug) }
            )
        )
    }

    private func signInForm(_ visit: Visit) async throws -> Response {
        try visit.site.settings.requireSafeLine()
        let visitor = try await visit.visitor()
        return visit.show(signInPage(visit, visitor, back: visit.query("back"), .nothing))
    }

    private func signIn(_ visit: Visit) async throws -> Response {
        try visit.site.settings.requireSafeLine()
        let visitor = try await visit.visitor()
        return try await visit.trying {
            let signedIn = try await visit.site.entrance(
                login: visit.body.value(SignIn.Fields.login),
                password: visit.body.value(SignIn.Fields.password),
                network: visitor.network.slug.description,
                address: visit.address,
                purpose: .page
            )
            return welcome(visit, visitor, token: signedIn.token, until: signedIn.expires)
        } again: { refusal in
            let language = visit.language(of: visitor)
            let entered = visit.entered(
                refusal,
                language,
                at: [SignIn.Fields.login.name, SignIn.Fields.password.name]
            )
            return visit.show(
                signInPage(visit, visitor, back: visit.body["back"], entered),
                .unprocessableContent
            )
        }
    }

    private func signInPage(
        _ visit: Visit,
        _ visitor: Visitor,
        back: String,
        _ entered: Entered
    ) -> FormPage {
        .signIn(
            frame: visit.frame(visitor),
            network: visitor.network.slug,
            tokens: visit.tokens(),
            back: Href(local: back),
            entered: entered
        )
    }

    /// Sets the session cookie and redirects to `back`, or to the first page of the person's role.
    private func welcome(
        _ visit: Visit,
        _ visitor: Visitor,
        token: TokenText,
        until end: Instant
    ) -> Response {
        let jar = visit.site.jar
        let start = Address.start(visitor.network.slug)
        var response = visit.lead(to: Href(local: visit.body["back"]) ?? start)
        response.setCookie(jar.session(token, until: end, now: visit.now))
        response.setCookie(jar.end(jar.guest))
        return response
    }

    private func signOut(_ visit: Visit) async throws -> Response {
        let visitor = try await visit.visitor()
        if let session = visit.session, visitor.person != nil {
            try await visit.site.entrance.signOut(session)
        }
        let words = Localizer(visit.language(of: visitor))
        let jar = visit.site.jar
        var response = visit.lead(
            to: Address.home(visitor.network.slug),
            notice: words(SigningInText.noticeSignedOut)
        )
        response.setCookie(jar.end(jar.session))
        return response
    }

    private func setUpForm(_ visit: Visit) async throws -> Response {
        try visit.site.settings.requireSafeLine()
        let visitor = try await visit.visitor()
        if visitor.mayJoin { return visit.lead(to: Address.join(visitor.network.slug)) }
        return visit.show(setUpPage(visit, visitor, .nothing))
    }

    private func setUp(_ visit: Visit) async throws -> Response {
        try visit.site.settings.requireSafeLine()
        let visitor = try await visit.visitor()
        return try await visit.trying {
            let signedIn = try await visit.site.entrance.useCode(
                visit.body.value(UseCode.Fields.code),
                password: visit.body.value(NewPassword.Fields.password),
                login: visit.body.value(UseCode.Fields.login),
                address: visit.address,
                purpose: .page
            )
            return welcome(visit, visitor, token: signedIn.token, until: signedIn.expires)
        } again: { refusal in
            let entered = visit.entered(
                refusal,
                visit.language(of: visitor),
                at: [
                    UseCode.Fields.login.name, UseCode.Fields.code.name,
                    NewPassword.Fields.password.name,
                ]
            )
            return visit.show(setUpPage(visit, visitor, entered), .unprocessableContent)
        }
    }

    private func setUpPage(_ visit: Visit, _ visitor: Visitor, _ entered: Entered) -> FormPage {
        .setUp(
            frame: visit.frame(visitor),
            network: visitor.network.slug,
            tokens: visit.tokens(),
            entered: entered
        )
    }

    private func help(_ visit: Visit) async throws -> Response {
        let visitor = try await visit.visitor()
        let contact = try await visit.site.bank.ask(
            ContactQuery(),
            in: visit.slug,
            as: .nobody
        )
        return visit.show(HelpPage(frame: visit.frame(visitor), contact: contact))
    }

    /// Stores the language and redirects to the previous page, but only within this server.
    private func language(_ visit: Visit, _ language: Language) async throws -> Response {
        let home = Address.home(try visit.slug)
        var response = visit.lead(to: Href(local: visit.query("back")) ?? home)
        response.setCookie(visit.site.jar.language(language))
        return response
    }
}
