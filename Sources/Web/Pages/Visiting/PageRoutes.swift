internal import HTTPTypes
internal import Hummingbird
internal import Timebank

/// The route of one page or form: its method, its path, and its handler.
struct PageRoute: Sendable {
    typealias Handler = @Sendable (Visit) async throws -> Response

    let method: HTTPRequest.Method
    let path: String
    let handler: Handler

    /// A page whose path names no network.
    static func get(_ address: Href, _ handler: @escaping Handler) -> PageRoute {
        PageRoute(method: .get, path: address.text, handler: handler)
    }

    /// A page of a network, whose handler receives the further arguments of the path.
    static func get<each Argument: PathArgument>(
        _ address: PathAddress<Slug, repeat each Argument>,
        _ handler: @escaping @Sendable (Visit, repeat each Argument) async throws -> Response
    ) -> PageRoute {
        PageRoute(method: .get, path: address.pattern) { visit in
            var names = ArgumentNames(address.names.dropFirst())
            return try await handler(
                visit,
                repeat try visit.argument((each Argument).self, names.next())
            )
        }
    }

    /// The target of a form, whose handler receives the further arguments of the path.
    static func post<each Argument: PathArgument>(
        _ address: PathAddress<Slug, repeat each Argument>,
        _ handler: @escaping @Sendable (Visit, repeat each Argument) async throws -> Response
    ) -> PageRoute {
        PageRoute(method: .post, path: address.pattern) { visit in
            var names = ArgumentNames(address.names.dropFirst())
            return try await handler(
                visit,
                repeat try visit.argument((each Argument).self, names.next())
            )
        }
    }
}

/// A group of related pages, given by their routes.
protocol Journey: Sendable {
    var routes: [PageRoute] { get }
}

/// Adds the pages of all parts to the router.
struct PageRoutes: Sendable {
    let site: Site

    /// Adds the routes of all pages, and of the asset files that pages load.
    func add(to router: Router<SiteContext>) {
        router.get(RouterPath(Address.assets)) { _, context in
            try Self.asset(context.parameters.get("file"))
        }
        for route in site.parts.pageRoutes {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                try await answer(route, request, context)
            }
        }
    }

    private func answer(
        _ route: PageRoute,
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        let visit = Visit(site: site, request: request, context: context)
        do {
            guard route.method == .post else { return try await route.handler(visit) }
            let sent = visit.sending(try await FormBody(of: request))
            try sent.requireSameOrigin()
            return try await route.handler(sent)
        } catch {
            return try await visit.sorry(error)
        }
    }

    /// An asset file, cacheable for a year, because its name changes with its content.
    private static func asset(_ name: String?) throws -> Response {
        guard let asset = name.flatMap({ Asset(file: $0) }) else { throw AccessRefusal.notFound }
        return Response(
            status: .ok,
            headers: [
                .contentType: asset.type,
                .cacheControl: "public, max-age=31536000, immutable",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes))
        )
    }
}
