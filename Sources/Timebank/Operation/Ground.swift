internal import Ledger
internal import Store
internal import Synchronization

/// Where something happens: in one network, or in the whole installation.
///
/// The transaction is held to it from the start where the network's id is known, so that a
/// connection that shows it already is told nothing; the look at the network says whether it was.
struct Ground: Sendable {
    /// Whose rows the transaction sees until it has looked at the network.
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

    /// What somebody looks at here: who they are and where that is are asked together, and from
    /// then on the transaction is held to that network.
    ///
    /// - Throws: ``AccessRefusal/notSignedIn`` for a token that is unknown or has run out,
    ///   ``AccessRefusal/notFound`` where there is no network of this name.
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

/// The ids that networks were found under.
final class NetworkCache: Sendable {
    private let known = Mutex<[Slug: Network.ID]>([:])

    /// Where something about a subject happens; what is about the installation sees all of it.
    func ground(of subject: Subject, in network: Slug?) -> Ground {
        guard let network, !subject.isInstallation else {
            return Ground(scope: .whole, network: network, isWhole: true, cache: self)
        }
        let id = known.withLock { $0[network] }
        return Ground(
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
