internal import HTTPTypes
internal import Hummingbird
internal import Timebank

/// Turns errors into responses: problem details under `/api`, HTML pages elsewhere.
///
/// An internal error is logged with the id of the request, and the client sees only this id. For
/// the operator it also logs why the store is unavailable or why the outcome of a write is unknown.
struct Errors: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request,
        context: SiteContext,
        next: Next
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            if let page = await networkPage(for: error, request, context) { return page }
            let elsewhere = error as? RefusedElsewhere
            let error = elsewhere?.refusal ?? error
            if let words = Self.words(of: error) {
                site.log.write(at: site.bank.clock(), urgent: true) { json in
                    json.member("level", "error")
                    json.member("request", context.requestID)
                    json.member("route", context.route)
                    json.member("fault", words)
                }
            }
            let chosen = request.cookies[site.jar.language]
                .flatMap { Language(rawValue: $0.value) }
            let language =
                chosen.flatMap { $0.isComplete ? $0 : nil }
                ?? request.headers[.acceptLanguage].flatMap { Language(accepting: $0) }
                ?? .english
            var problem = Problem(error, language: language, now: site.bank.clock())
            if elsewhere != nil { problem.field = nil }
            return response(problem, language, to: request, context)
        }
    }

    /// The page for an address that no page has, in the frame of the network that it names, so that
    /// the navigation leads on; nil for other errors, and outside a network.
    private func networkPage(
        for error: any Error,
        _ request: Request,
        _ context: SiteContext
    ) async -> Response? {
        guard (error as? HTTPError)?.status == .notFound, request.method == .get,
            !request.uri.path.hasPrefix("/api")
        else { return nil }
        let visit = Visit(site: site, request: request, context: context)
        guard (try? visit.slug) != nil else { return nil }
        return try? await visit.sorry(AccessRefusal.notFound)
    }

    /// The text to log for an error; nil for a client's error, a refusal and a full queue.
    private static func words(of error: any Error) -> String? {
        if error is BadRequest || error is HTTPError { return nil }
        return switch Trouble(error) {
        case .fault(let words): words
        case .unavailable, .inDoubt: "\(error)"
        case .refused, .busy: nil
        }
    }

    private func response(
        _ problem: Problem,
        _ language: Language,
        to request: Request,
        _ context: SiteContext
    ) -> Response {
        var headers = HTTPFields()
        if let seconds = problem.retryAfter { headers[.retryAfter] = String(seconds) }
        if let allowed = problem.allowed { headers[.allow] = allowed }
        if problem.status == .unauthorized { headers[.wwwAuthenticate] = "Bearer" }
        if problem.status == .contentTooLarge { headers[.connection] = "close" }
        let isAPI = request.uri.path.hasPrefix("/api")
        headers[.contentType] =
            isAPI ? "application/problem+json" : "text/html; charset=utf-8"
        let bytes =
            isAPI
            ? problem.bytes(instance: context.requestID)
            : page(problem, language, context)
        return Response(
            status: problem.status,
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    /// The HTML page for a problem; for an internal error it shows the request's id.
    private func page(
        _ problem: Problem,
        _ language: Language,
        _ context: SiteContext
    ) -> [UInt8] {
        let words = Localizer(language)
        let frame = Frame(words: words, network: "Commonhour", home: Address.networks)
        let next = [Link(words(CommonText.backHome), to: Address.networks)]
        let page =
            problem.status == .internalServerError
            ? ErrorPage(frame: frame, fault: context.requestID, next: next)
            : ErrorPage(
                frame: frame,
                refusal: RefusalWords(title: problem.title, sentence: problem.detail),
                next: next
            )
        return Array(site.pages.render(page).utf8)
    }
}
