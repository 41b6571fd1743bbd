internal import Ledger
internal import Store
internal import Synchronization

/// The scope of a request: one network, or the whole installation.
///
/// When the network's id is cached, the transaction starts in that network's scope, so that a
/// connection which already has this scope needs no statement to set it. ``view(_:as:now:)`` reads
/// the network again and corrects the scope where it differs.
struct RequestScope: Sendable {
    /// The rows that the transaction sees until it has read the network.
    let scope: Scope
    private let network: Slug?
    private let isWhole: Bool
    private let cache: NetworkCache

    fileprivate init(scope: Scope, network: Slug?, isWhole: Bool, cache: NetworkCache) {
        self.scope = scope
        self.network = network
        self.isWhole = isWhole
        self.cache = cache
    }

    /// Reads the actor and the network, and restricts the transaction to that network's rows.
    ///
    /// Both queries are sent together, to save a round trip.
    ///
    /// - Throws: ``AccessRefusal/notSignedIn`` for an unknown or expired token,
    ///   ``AccessRefusal/notFound`` where no network has this slug.
    func view(_ tx: Transaction, as who: Credential, now: Instant) throws -> View {
        let later = try network.map { try tx.laterNetwork($0) }
        let actor = try tx.actor(who, now: now)
        guard let later else { return View(tx: tx, actor: actor, now: now, network: nil) }
        guard let found = try later.value() else { throw AccessRefusal.notFound }
        let own = Scope.only(found.id.raw)
        if !isWhole, scope != own {
            cache.note(found)
            tx.enter(own)
        }
        return View(tx: tx, actor: actor, now: now, network: found)
    }
}

/// A thread-safe cache of network ids by slug.
final class NetworkCache: Sendable {
    private let known = Mutex<[Slug: Network.ID]>([:])

    /// Returns the scope of a subject; a subject of the installation sees all rows.
    func ground(of subject: Subject, in network: Slug?) -> RequestScope {
        guard let network, !subject.isInstallation else {
            return RequestScope(scope: .whole, network: network, isWhole: true, cache: self)
        }
        let id = known.withLock { $0[network] }
        return RequestScope(
            scope: id.map { .only($0.raw) } ?? .none,
            network: network,
            isWhole: false,
            cache: self
        )
    }

    fileprivate func note(_ network: Network) {
        known.withLock { $0[network.slug] = network.id }
    }
}
