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
/// The three stand together, so that there is no call without a description; the names and limits
/// of a body are checked by the very values that describe them; and what an answer is made of is
/// said by the type that is answered with.
struct Endpoint: Sendable {
    let verb: Verb
    /// The address as the router and the description have it.
    let path: String
    /// The arguments in the address.
    let parameters: [PathParameter]
    let about: About
    /// Under what the description lists it.
    private(set) var heading = ""
    /// What it answers with; nothing where there is nothing to say.
    let shown: Schema?
    /// The status of its answer when it goes well.
    let status: HTTPResponse.Status
    let answer: @Sendable (Call) async throws -> Response

    /// A call of the installation that is answered by `answer`.
    init<Shown: Shaped>(
        _ verb: Verb,
        _ address: PathAddress<>,
        _ about: About,
        _ answer: @escaping @Sendable (Call) async throws -> Reply<Shown>
    ) {
        self.init(verb, address.pattern, [], about, Shown.self) { call in
            try await answer(call).response(about.success)
        }
    }

    /// A call of a network that is answered by `answer`, which is handed the arguments of its
    /// address.
    init<Shown: Shaped, each Argument: APIArgument>(
        _ verb: Verb,
        _ address: PathAddress<Slug, repeat each Argument>,
        _ about: About,
        _ answer:
            @escaping @Sendable (NetworkCall, repeat each Argument) async throws -> Reply<Shown>
    ) {
        var schemas = [Slug.schema]
        for schema in repeat (each Argument).schema { schemas.append(schema) }
        let parameters = zip(address.names, schemas).map { PathParameter(name: $0, schema: $1) }
        self.init(verb, address.pattern, parameters, about, Shown.self) { call in
            var names = ArgumentNames(address.names)
            let network = NetworkCall(call, in: try call.argument(Slug.self, names.next()))
            let reply = try await answer(
                network,
                repeat try call.argument((each Argument).self, names.next())
            )
            return reply.response(about.success)
        }
    }

    private init<Shown: Shaped>(
        _ verb: Verb,
        _ path: String,
        _ parameters: [PathParameter],
        _ about: About,
        _: Shown.Type,
        _ answer: @escaping @Sendable (Call) async throws -> Response
    ) {
        self.verb = verb
        self.path = path
        self.parameters = parameters
        self.about = about
        shown = Shown.self == NoContent.self ? nil : Shown.shape.reference
        status = Reply<Shown>.status(about.success)
        self.answer = answer
    }

    /// The same call, listed under a heading.
    func under(_ heading: String) -> Endpoint {
        var endpoint = self
        endpoint.heading = heading
        return endpoint
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
    /// - Throws: ``AccessRefusal/notSignedIn``, and ``AccessRefusal/notFound`` for an unknown
    ///   network.
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
                    return try await endpoint.answer(call)
                } catch {
                    try await Self.judge(error, endpoint, request, context, at: site)
                    throw isRead ? endpoint.about.placed(error) : error
                }
            }
        }
        let document = OpenAPI.document(of: site.parts)
        router.get(RouterPath(Routes.document.pattern)) { _, _ in
            var response = Response(json: document, status: .ok)
            response.headers[.cacheControl] = "public, max-age=300"
            return response
        }
    }
}
