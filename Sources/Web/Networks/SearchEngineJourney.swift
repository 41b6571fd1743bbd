internal import Hummingbird
internal import Timebank

extension Address {
    /// What search engines may visit.
    static let robots = (server / "robots.txt")()

    /// The addresses of a network's pages that visitors may read, one on each line.
    static let sitemap = network / "sitemap.txt"
}

/// The files for search engines: what they may visit, and the list of public pages.
struct SearchEngineJourney: Journey {
    var routes: [PageRoute] {
        [.get(Address.robots, robots), .get(Address.sitemap, sitemap)]
    }

    /// Keeps search engines off the API, and names the site maps where the public address is known.
    ///
    /// Whether a page is listed, it says itself.
    private func robots(_ visit: Visit) async throws -> Response {
        var lines = ["User-agent: *", "Disallow: /api/"]
        if let url = visit.site.settings.url {
            let networks = try await visit.site.bank.ask(NetworksQuery(), as: .nobody)
            lines += networks.filter(\.isPublic)
                .map { "Sitemap: \(url)\(Address.sitemap($0.slug).text)" }
        }
        return Self.text(lines)
    }

    private func sitemap(_ visit: Visit) async throws -> Response {
        let (visitor, found) = try await visit.look { snapshot in
            (
                work: try snapshot.ask(OpportunitiesQuery(span: Span(limit: 200))).items,
                offers: try snapshot.ask(OffersQuery(span: Span(limit: 200))).items
            )
        }
        guard visitor.network.isPublic else { throw AccessRefusal.notFound }
        let network = visitor.network.slug
        let pages =
            [Address.home(network), Address.opportunities(network), Address.offers(network)]
            + found.work.map { Address.opportunity(network, $0.id) }
            + found.offers.map { Address.offer(network, $0.id) }
        return Self.text(pages.map { visit.host + $0.text })
    }

    private static func text(_ lines: [String]) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/plain; charset=utf-8",
                .cacheControl: "public, max-age=3600",
            ],
            body: ResponseBody(
                byteBuffer: ByteBuffer(string: lines.joined(separator: "\n") + "\n")
            )
        )
    }
}
