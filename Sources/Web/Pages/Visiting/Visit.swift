internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import Timebank

/// One request for a page, with its cookies and its form.
struct Visit: Sendable {
    let site: Site
    let body: FormBody
    /// The token of the sign-in, from its cookie; it may have expired.
    let session: TokenText?
    /// The token for forms of somebody who is not signed in.
    let guest: TokenText
    let now: Instant
    let request: Request
    private let context: SiteContext
    private let isNewGuest: Bool

    /// Reads the cookies of a request.
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

    /// The same visit with a submitted form.
    func sending(_ body: FormBody) -> Visit { Visit(self, body: body) }

    /// The credential of the request, from the cookie of the sign-in.
    var who: Credential { session?.credential ?? .nobody }

    /// The address under which attempts to sign in are counted.
    var address: ClientAddress {
        let caller = Caller(
            peer: context.peer,
            headers: request.headers,
            trusting: site.settings.trustedProxy
        )
        return ClientAddress(caller.text)
    }

    /// The public address of the server, with the scheme and without a slash at the end.
    var host: String {
        site.settings.url ?? "http://\(request.head.authority ?? "localhost")"
    }

    /// The slug of the network in the path.
    ///
    /// - Throws: ``AccessRefusal/notFound`` if it is not a slug.
    var slug: Slug {
        get throws {
            // An address that no page has was not taken apart by the router.
            let first = request.uri.path.split(separator: "/").first.map(String.init)
            let text = context.parameters.get("network") ?? first
            guard let slug = text.flatMap({ Slug($0) }) else { throw AccessRefusal.notFound }
            return slug
        }
    }

    /// The value of a path argument.
    ///
    /// - Throws: ``AccessRefusal/notFound`` if it is not valid.
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

    /// The value of a query parameter; empty if there is none.
    func query(_ name: String) -> String {
        FormBody(text: request.uri.query ?? "")[FieldName(name)]
    }

    /// The page of a list that the query asks for; an invalid cursor counts as none.
    func span(_ limit: Int = 50) -> Span {
        Span(limit: limit, after: Crockford.decode(query("after")))
    }

    /// The cookie that a visitor needs to send forms without a sign-in; nil if not needed.
    var guestCookie: Cookie? {
        session == nil && isNewGuest ? site.jar.guest(guest) : nil
    }

    /// The hidden fields of a form: a new idempotency key, and the form token.
    func tokens() -> FormTokens {
        let key = Crockford.encode(site.requests.next(at: now))
        return FormTokens(key: key, token: (session ?? guest).formToken)
    }
}

extension Visit {
    /// Reads a page's data and its visitor in one snapshot.
    func look<Found: Sendable>(
        _ body: @escaping @Sendable (PageSnapshot) throws -> Found
    ) async throws -> (visitor: Visitor, found: Found) {
        try await site.bank.snapshot(at: slug, as: who, body)
    }

    /// Reads the visitor; an expired sign-in counts as none.
    func visitor() async throws -> Visitor {
        do { return try await look { _ in }.visitor } catch AccessRefusal.notSignedIn {
            return try await site.bank.snapshot(at: slug, as: .nobody) { _ in }.visitor
        }
    }

    /// Performs the operation of a form, once for each idempotency key.
    func perform<Asked: Operation>(_ asked: Asked) async throws -> Asked.Result {
        try await site.bank.perform(asked, in: slug, as: who, request: body.key).outcome
    }

    /// Performs the operation of a form without an idempotency key, so the form may be sent again.
    func ask<Asked: Operation>(_ asked: Asked) async throws -> Asked.Result {
        try await site.bank.perform(asked, in: slug, as: who).outcome
    }

    /// Runs `body`, and if a rule refuses it, responds with what `again` makes of the refusal.
    ///
    /// - Throws: refusals that are not about the form: not signed in, not found or not allowed.
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
