internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import Timebank

/// Limits the rate of requests, for each client address and each bearer token.
///
/// People at a community centre share one address, and a till is busy on a Saturday night, so most
/// limits are wide. Attempts to guess passwords are limited by the narrow `signIn` limits and by
/// the bank's own limits on attempts. Set-up codes cannot be guessed, so their limits are wide too:
/// they only protect against load on a day when many people join from one address.
struct RateLimits: RouterMiddleware {
    let site: Site

    /// The kinds of request, each with its limits per address and per token.
    enum Kind: String, CaseIterable, Sendable {
        case signIn
        case setUp
        case write
        case read

        var perAddress: Allowance {
            switch self {
            case .signIn: Allowance(atOnce: 60, aSecond: 1)
            case .setUp: Allowance(atOnce: 120, aSecond: 2)
            case .write: Allowance(atOnce: 300, aSecond: 30)
            case .read: Allowance(atOnce: 1_000, aSecond: 100)
            }
        }

        var perToken: Allowance {
            switch self {
            case .signIn: Allowance(atOnce: 10, aSecond: 0.2)
            case .setUp: Allowance(atOnce: 120, aSecond: 2)
            case .write: Allowance(atOnce: 100, aSecond: 10)
            case .read: Allowance(atOnce: 300, aSecond: 30)
            }
        }
    }

    func handle(
        _ request: Request,
        context: SiteContext,
        next: Next
    ) async throws -> Response {
        let kind = Self.kind(of: request, context)
        let now = site.bank.clock()
        let caller = Caller(
            peer: context.peer,
            headers: request.headers,
            trusting: site.settings.trustedProxy
        )
        let sender = caller.address.description
        let address = TokenBuckets.Key(kind: kind.rawValue, sender: sender)
        try take(address, kind.perAddress, now, as: UsageBoard.Sender(kind.rawValue, sender))
        if let said = request.headers[.authorization] {
            let token = TokenBuckets.Key(
                kind: kind.rawValue,
                sender: "token \(said.hashValue)"
            )
            try take(token, kind.perToken, now, as: UsageBoard.Sender(kind.rawValue, said))
        }
        return try await next(request, context)
    }

    private func take(
        _ key: TokenBuckets.Key,
        _ allowance: Allowance,
        _ now: Instant,
        as sender: @autoclosure () -> UsageBoard.Sender
    ) throws {
        if let seconds = site.buckets.take(key, allowance, now: now, as: sender()) {
            throw RequestRefusal.tooManyRequests(seconds: seconds)
        }
    }

    private static func kind(of request: Request, _ context: SiteContext) -> Kind {
        switch request.method {
        case .get, .head: return .read
        default: break
        }
        // The last part of a route, of a page or of the API, shows whether a password is hashed
        // there.
        return switch context.route.split(separator: "/").last {
        case "sign-in", "tokens", "password": .signIn
        case "set-up", "codes": .setUp
        default: .write
        }
    }
}
