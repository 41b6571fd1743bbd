internal import HTTPTypes
internal import Hummingbird
internal import Timebank

/// The routes for operating the server: liveness, readiness and metrics.
struct Health: Sendable {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("healthz") { _, _ in Self.text("alive\n") }
        router.get("readyz", use: ready)
        router.get("metrics", use: metrics)
    }

    /// Reports whether the store accepts writes: 200 or 503.
    @Sendable private func ready(_: Request, _: SiteContext) async throws -> Response {
        do {
            try await site.bank.requireWritable()
            return Self.text("ready\n")
        } catch {
            return Self.text("not ready\n", status: .serviceUnavailable)
        }
    }

    /// The metrics, only for direct requests from this machine; for others the page does not exist.
    @Sendable private func metrics(
        _ request: Request,
        _ context: SiteContext
    ) async throws
        -> Response
    {
        let isForwarded = HTTPField.Name.forwarding.contains { request.headers[$0] != nil }
        let isHere = context.peer?.ipAddress.map(Caller.isLoopback) ?? true
        guard isHere, !isForwarded else { throw AccessRefusal.notFound }
        let exposition = Exposition(site.meter.now, facts: await site.bank.facts())
        return Self.text(exposition.text, type: "text/plain; version=0.0.4; charset=utf-8")
    }

    private static func text(
        _ text: String,
        status: HTTPResponse.Status = .ok,
        type: String = "text/plain; charset=utf-8"
    ) -> Response {
        Response(
            status: status,
            headers: [.contentType: type],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }
}
