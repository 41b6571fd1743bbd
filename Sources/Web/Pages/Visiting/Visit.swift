internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import Timebank

/// One request for a page, with what its cookies and its form say.
struct Visit: Sendable {
    let site: Site
    let body: FormBody
    /// The sign-in that the browser showed.
    let session: TokenText?
    /// What stands for a sign-in in the forms of somebody who has none yet.
    let guest: TokenText
    let now: Instant
    let request: Request
    private let context: SiteContext
    private let isNewGuest: Bool

    /// Reads what a request says about itself.
    init(site: Site, request: Request, context: SiteContext) {
        self.site = site
        self.request = request
        self.context = context
        body = .nothing
        now = site.bank.clock()
        let jar = site.jar
        session = request.cookies[jar.session].flatMap { TokenText($0.value) }
        let known = request.cookies[jar.guest].flatMap { TokenText($0.value) }
        guest = known ?? .ofNobody(site.bank.dice)
        isNewGuest = known == nil
    }

    private init(_ visit: Visit, body: FormBody) {
        site = visit.site
        request = visit.request
        context = visit.context
        self.body = body
        now = visit.now
        session = visit.session
        guest = visit.guest
        isNewGuest = visit.isNewGuest
    }

    /// The same visit with the form that it sends.
    func sending(_ body: FormBody) -> Visit { Visit(self, body: body) }

    /// What the browser shows to say who it is.
    var who: Credential { session?.credential ?? .nobody }

    /// Where the request came from, as far as tries to sign in are counted.
    var address: ClientAddress {
        let caller = Caller(
            peer: context.peer,
            headers: request.headers,
            trusting: site.settings.trustedProxy
        )
        return ClientAddress(caller.text)
    }

    /// The address that people use, without a slash at the end.
    var host: String {
        site.settings.url ?? "http://\(request.head.authority ?? "localhost")"
    }

    /// The network in the address.
    ///
    /// - Throws: ``AccessRefusal/notFound`` for what is no slug.
    var slug: Slug {
        get throws {
            guard let slug = context.parameters.get("network").flatMap({ Slug($0) }) else {
                throw AccessRefusal.notFound
            }
            return slug
        }
    }

    /// What stands in the address in the place of an argument.
    ///
    /// - Throws: ``AccessRefusal/notFound`` for what is none, such as no id.
    func argument<Argument: PathArgument>(
        _: Argument.Type,
        _ name: String
    ) throws -> Argument {
        let text = context.parameters.get(name)
        guard let argument = text.flatMap({ Argument(path: $0) }) else {
            throw AccessRefusal.notFound
        }
        return argument
    }

    /// A value in the address after the question mark; empty where there is none.
    func query(_ name: String) -> String {
        FormBody(text: request.uri.query ?? "")[FieldName(name)]
    }

    /// Which stretch of a list the address asks for.
    func span(_ limit: Int = 50) -> Span {
        Span(limit: limit, after: Crockford.decode(query("after")))
    }

    /// A cookie that has to come with a page that somebody without a sign-in may send a form from.
    var guestCookie: Cookie? {
        session == nil && isNewGuest ? site.jar.guest(guest) : nil
    }

    /// What a form of this page carries.
    func tokens() -> FormTokens {
        let key = Crockford.encode(site.requests.next(at: now))
        return FormTokens(key: key, token: (session ?? guest).formToken)
    }
}

extension Visit {
    /// Reads what a page shows, and who looks at it, in one snapshot.
    func look<Found: Sendable>(
        _ body: @escaping @Sendable (Glance) throws -> Found
    ) async throws -> (visitor: Visitor, found: Found) {
        try await site.bank.glance(at: slug, as: who, body)
    }

    /// Who looks; a sign-in that has run out counts as none.
    func visitor() async throws -> Visitor {
        do { return try await look { _ in }.visitor } catch AccessRefusal.notSignedIn {
            return try await site.bank.glance(at: slug, as: .nobody) { _ in }.visitor
        }
    }

    /// Does what a form asks, once for each form.
    func perform<Asked: Operation>(_ asked: Asked) async throws -> Asked.Result {
        try await site.bank.perform(asked, in: slug, as: who, request: body.key).outcome
    }

    /// Does what a form asks to see, under no key: the form that asked may be sent again.
    func ask<Asked: Operation>(_ asked: Asked) async throws -> Asked.Result {
        try await site.bank.perform(asked, in: slug, as: who).outcome
    }

    /// Does something that a form asks; when a rule says no, shows what `again` makes of that.
    ///
    /// What is nothing about the form, such as a sign-in that has run out, is thrown on.
    func trying(
        _ body: () async throws -> Response,
        again: (any Refusal) async throws -> Response
    ) async throws -> Response {
        do { return try await body() } catch let refusal as any Refusal {
            switch refusal {
            case AccessRefusal.notSignedIn, AccessRefusal.notFound, AccessRefusal.notAllowed:
                throw refusal
            default: return try await again(refusal)
            }
        }
    }
}
