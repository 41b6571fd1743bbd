internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import Timebank

/// Assigns each request an id, and writes a log line with its status and duration.
///
/// The line contains the route pattern and no path or person, so the log holds no personal data.
struct RequestLog: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request,
        context: SiteContext,
        next: Next
    ) async throws -> Response {
        let begun = site.bank.clock()
        var context = context
        context.requestID =
            request.headers[.requestID].flatMap { RequestName($0) }?.description
            ?? Crockford.encode(site.requests.next(at: begun))
        site.meter.begin()
        defer { site.meter.end() }
        var response = try await next(request, context)
        response.headers[.requestID] = context.requestID
        let ended = site.bank.clock()
        let taken = max(0, ended.microseconds - begun.microseconds)
        let route = context.route
        site.meter.count(
            method: request.method.rawValue,
            route: route,
            status: response.status.code,
            microseconds: taken
        )
        site.log.write(at: ended) { json in
            json.member("level", response.status.code >= 500 ? "error" : "info")
            json.member("request", context.requestID)
            json.member("method", request.method.rawValue)
            json.member("route", route)
            json.member("status", Int64(response.status.code))
            json.name("ms")
            json.thousandths(taken)
        }
        return response
    }
}
