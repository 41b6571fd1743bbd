internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import Timebank

/// The HTTP method of a call.
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

/// One call of the API: its method and path, its description, and its implementation.
///
/// They are one value, so that no call is undocumented. The schema of a request body is also what
/// validates it, and the schema of a response comes from the type of the response.
struct Endpoint: Sendable {
    let verb: Verb
    /// The path pattern, the same for the router and the OpenAPI document.
    let path: String
    /// The arguments in the path, in order.
    let parameters: [PathParameter]
    let about: About
    /// The heading (an OpenAPI tag) under which the document lists the call.
    private(set) var heading = ""
    /// The schema of a successful response; nil if the response has no body.
    let shown: Schema?
    /// The status of a successful response.
    let status: HTTPResponse.Status
    let answer: @Sendable (Call) async throws -> Response

    /// A call whose path names no network, implemented by `answer`.
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

    /// A call of a network, implemented by `answer`, which receives the arguments of the path.
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

    /// The same call with a heading for the OpenAPI document.
    func under(_ heading: String) -> Endpoint {
        var endpoint = self
        endpoint.heading = heading
        return endpoint
    }
}

/// A group of API calls.
protocol Calls: Sendable {
    var endpoints: [Endpoint] { get }
}

/// The whole API: the calls of all parts, and the OpenAPI document.
struct API: Sendable {
    let site: Site

    /// Checks the caller's access after a request was refused as badly formed.
    ///
    /// A caller without access then learns only that, and not what a valid request looks like.
    /// Valid requests do not pass through here, so they cost no extra read.
    ///
    /// - Throws: ``AccessRefusal/notSignedIn``, or ``AccessRefusal/notFound`` for an unknown
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
        _ = try await site.bank.snapshot(at: slug, as: who) { _ in }
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

    /// Adds the routes of all calls and of the OpenAPI document.
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
