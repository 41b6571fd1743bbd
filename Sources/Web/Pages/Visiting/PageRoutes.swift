internal import HTTPTypes
internal import Hummingbird
internal import Timebank

/// One page: its method, its address, and what answers there.
struct PageRoute: Sendable {
    typealias Handler = @Sendable (Visit) async throws -> Response

    let method: HTTPRequest.Method
    let path: String
    let handler: Handler

    /// A page of the installation.
    static func get(_ address: Href, _ handler: @escaping Handler) -> PageRoute {
        PageRoute(method: .get, path: address.text, handler: handler)
    }

    /// A page of a network to look at, handed the arguments of its address.
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

    /// What a form is sent to, handed the arguments of its address.
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

/// Pages that belong together, as a list of their routes.
protocol Journey: Sendable {
    var routes: [PageRoute] { get }
}

/// All pages of a site.
struct PageRoutes: Sendable {
    let site: Site

    /// Adds every page, and the files that pages ask for, to the router.
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
            try sent.requireOurs()
            return try await route.handler(sent)
        } catch {
            return try await visit.sorry(error)
        }
    }

    /// A file whose address changes when it does, so that it may be kept for a year.
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
