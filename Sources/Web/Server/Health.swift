internal import HTTPTypes
internal import Hummingbird
internal import Timebank

/// What whoever runs the server asks of it: is it alive, can it serve, what has it counted.
struct Health: Sendable {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("healthz") { _, _ in Self.text("alive\n") }
        router.get("readyz", use: ready)
        router.get("metrics", use: metrics)
    }

    /// Whether the store takes changes.
    @Sendable private func ready(_: Request, _: SiteContext) async throws -> Response {
        do {
            try await site.bank.requireWritable()
            return Self.text("ready\n")
        } catch {
            return Self.text("not ready\n", status: .serviceUnavailable)
        }
    }

    /// Only for who is on this machine and comes without a proxy; to others there is no such page.
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
