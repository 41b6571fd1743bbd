internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import Timebank

/// What a call does to what its address names.
enum Verb: String, Sendable {
    case get
    case post
    case patch
    case delete

    var method: HTTPRequest.Method {
        switch self {
        case .get: .get
        case .post: .post
        case .patch: .patch
        case .delete: .delete
        }
    }
}

/// One call of the API: where it is, what the description says of it, and what it does.
///
/// The three stand together, so that there is no call without a description; and the names and
/// limits of a body are checked by the very values that describe them.
struct Endpoint: Sendable {
    let verb: Verb
    let path: String
    let about: About
    let answer: @Sendable (Call) async throws -> Reply

    /// A call that is answered by `answer`.
    init(
        _ verb: Verb,
        _ path: String,
        _ about: About,
        _ answer: @escaping @Sendable (Call) async throws -> Reply
    ) {
        self.verb = verb
        self.path = path
        self.about = about
        self.answer = answer
    }
}

/// A part of the API: a value that lists its own calls.
protocol Calls: Sendable {
    var endpoints: [Endpoint] { get }
}

/// The whole of the API.
struct API: Sendable {
    let site: Site

    /// Looks, after a request was refused for how it or its address is written, who asks and
    /// where: whoever may not ask at all learns that, and nothing of how to ask.
    ///
    /// Only then, so that a request that is written well costs no look more.
    /// - Throws: ``AccessRefusal/notSignedIn``, and ``AccessRefusal/notFound`` for an unknown network.
    private static func judge(
        _ error: any Error,
        _ endpoint: Endpoint,
        _ request: Request,
        _ context: SiteContext,
        at site: Site
    ) async throws {
        guard !endpoint.about.isOpen, isAboutWriting(error) else { return }
        let who = try Call.credential(request.headers[.authorization])
        guard let name = context.parameters.get("network") else {
            _ = try await site.bank.ask(MeQuery(), as: who)
            return
        }
        guard let slug = Slug(name) else { throw AccessRefusal.notFound }
        _ = try await site.bank.glance(at: slug, as: who) { _ in }
    }

    private static func isAboutWriting(_ error: any Error) -> Bool {
        switch error {
        case BadRequest.malformed, BadRequest.notAnObject, BadRequest.duplicate,
            BadRequest.wrongType, BadRequest.tooLarge, RequestRefusal.keyMissing,
            FieldRefusal.invalid,
            FieldRefusal.amountOutOfRange, PeopleRefusal.mistypedNumber, AccessRefusal.notFound:
            true
        default: false
        }
    }

    /// Adds every call, and the document that describes them.
    func add(to router: Router<SiteContext>) {
        let site = site
        for endpoint in site.parts.endpoints {
            router.on(RouterPath(endpoint.path), method: endpoint.verb.method) { request, context in
                var isRead = false
                do {
                    let call = try await Call(endpoint.about, request, context, at: site)
                    isRead = true
                    return try await endpoint.answer(call).response()
                } catch {
                    try await Self.judge(error, endpoint, request, context, at: site)
                    throw isRead ? endpoint.about.placed(error) : error
                }
            }
        }
        let document = Reply(bytes: OpenAPI.document(of: site.parts))
        router.get(RouterPath(Routes.document)) { _, _ in
            var response = document.response()
            response.headers[.cacheControl] = "public, max-age=300"
            return response
        }
    }
}
