package import Ledger
package import Store
internal import Synchronization

/// The entry point of the scheme: every operation and every query goes through this class.
package final class Bank: Sendable {
    package let database: Database
    package let ids: IDSource
    package let clock: @Sendable () -> Instant
    package let dice: Dice
    /// The operations and queries that it accepts, and the tables of its store.
    package let scheme: Scheme
    private let cache = NetworkCache()

    /// How long an idempotency key is remembered: 30 days, in microseconds.
    static let keyLasts: Int64 = 30 * 86_400 * 1_000_000

    /// Opens a bank on a migrated store.
    ///
    /// `node` is this process's number in its ids, 0 to 1,023; it must differ between processes
    /// that write to the same store.
    package init(
        _ database: Database,
        of scheme: Scheme = .standard,
        node: Int = 0,
        clock: @escaping @Sendable () -> Instant,
        dice: Dice
    ) async throws {
        self.database = database
        self.scheme = scheme
        self.clock = clock
        self.dice = dice
        let largest = try await database.read(in: .whole) { try $0.largestID(in: scheme) }
        ids = IDSource(node: node, after: largest)
    }

    /// Performs an operation in one transaction, at most once for each idempotency key.
    ///
    /// A repeated call by the same person with the same `request` key returns the first answer and
    /// changes nothing. When it returns, or throws a refusal, the outcome is on disk.
    ///
    /// - Throws: a ``Refusal`` when a rule forbids it, a `StoreError` when the store fails.
    package func perform<Asked: Operation>(
        _ asked: Asked,
        in network: Slug? = nil,
        as who: Credential,
        request key: RequestKey? = nil
    ) async throws -> Answer<Asked.Result> {
        let fingerprint = try key.map { _ in try Fingerprint(of: asked) }
        let (ids, clock, dice, scheme) = (ids, clock, dice, scheme)
        let isRetry = RetryFlag()
        let ground = cache.ground(of: asked.subject, in: network)
        do {
            return try await database.write(in: ground.scope, knowsItself: key != nil) { tx in
                // After a conflict the ids drawn before may lie below the store's pending horizon,
                // which refuses them; continue above it.
                if isRetry.testAndSet() { ids.goOn(after: try tx.pendingHorizon()) }
                let now = clock()
                let view = try ground.view(tx, as: who, now: now)
                let request = key.flatMap { key in
                    fingerprint.map { Request(key: key, fingerprint: $0, view: view) }
                }
                if let made = try request?.earlier() {
                    return Answer(try Asked.Result.recall(made, at: view), isRepeat: true)
                }
                let desk = Desk(view: view, source: ids, dice: dice, scheme: scheme)
                desk.behalf = try view.admit(asked.subject, by: Asked.access)
                let outcome = try asked.run(at: desk)
                try desk.record(Asked.name)
                try request?.remember(outcome.made)
                return Answer(outcome, isRepeat: false)
            }
        } catch let refusal as any Refusal {
            throw try await counted(refusal, of: asked, on: ground, as: who)
        }
    }

    /// Answers a query from one snapshot; access is checked in the same snapshot.
    ///
    /// - Throws: a ``Refusal`` when a rule forbids it.
    package func ask<Asked: Query>(
        _ asked: Asked,
        in network: Slug? = nil,
        as who: Credential
    ) async throws -> Asked.Answer {
        guard !Asked.isLong else { return try await report(asked, in: network, as: who) }
        let answer = answer(to: asked, in: network, as: who)
        return try await database.read(in: answer.scope, answer.body)
    }

    /// Answers a long query from one snapshot, on a connection apart from short reads and writes.
    ///
    /// - Throws: a ``Refusal`` when a rule forbids it.
    package func report<Asked: Query>(
        _ asked: Asked,
        in network: Slug? = nil,
        as who: Credential
    ) async throws -> Asked.Answer {
        let answer = answer(to: asked, in: network, as: who)
        return try await database.report(in: answer.scope, answer.body)
    }

    private func answer<Asked: Query>(
        to asked: Asked,
        in network: Slug?,
        as who: Credential
    ) -> (scope: Scope, body: @Sendable (Transaction) throws -> Asked.Answer) {
        let clock = clock
        let ground = cache.ground(of: asked.subject, in: network)
        return (
            ground.scope,
            { tx in
                let now = clock()
                let view = try ground.view(tx, as: who, now: now)
                _ = try view.admit(asked.subject, by: Asked.access)
                return try asked.answer(at: view)
            }
        )
    }

    /// Counts a refusal that revealed something about a card, and returns the refusal to answer
    /// with.
    ///
    /// It uses a new transaction because the refused one was rolled back. The returned refusal
    /// differs when too many were counted.
    private func counted<Asked: Operation>(
        _ refusal: any Refusal,
        of asked: Asked,
        on ground: RequestScope,
        as who: Credential
    ) async throws -> any Refusal {
        guard let asked = asked as? any CountedWhenRefused, asked.kind(of: refusal) != nil else {
            return refusal
        }
        let clock = clock
        return try await database.write(in: ground.scope) { tx in
            try asked.counted(refusal, at: try ground.view(tx, as: who, now: clock()))
        }
    }

    /// The scope in which subjects of this network are read and written.
    func ground(in network: Slug) -> RequestScope { cache.ground(of: .network, in: network) }
}

/// Records whether a transaction's body has already run, to recognise a retry.
private final class RetryFlag: Sendable {
    private let isSecond = Atomic<Bool>(false)

    /// Returns false at the first call and true at each later one.
    func testAndSet() -> Bool { isSecond.exchange(true, ordering: .relaxed) }
}

/// The result of an operation, and whether it comes from an earlier run.
package struct Answer<Outcome: Sendable>: Sendable {
    package let outcome: Outcome
    /// Whether the operation was done by an earlier request with the same key.
    package let isRepeat: Bool

    init(_ outcome: Outcome, isRepeat: Bool) {
        self.outcome = outcome
        self.isRepeat = isRepeat
    }
}

extension View {
    /// Checks that the actor has access, and returns the member on whose behalf they act.
    ///
    /// The result is nil when they act for themselves. A subject that the actor may not see gets
    /// the same refusal as one that does not exist.
    ///
    /// - Throws: ``AccessRefusal/notFound``, ``AccessRefusal/notSignedIn`` or
    ///   ``AccessRefusal/notAllowed``.
    func admit(_ subject: Subject, by access: Access) throws -> Member.ID? {
        guard let subjectOwner = try subject.subjectOwner(at: self) else {
            throw actor == .nobody ? AccessRefusal.notSignedIn : AccessRefusal.notFound
        }
        if let grounds = try grounds(for: access, in: subjectOwner) {
            return subject.isActedOnForMember && grounds.isForAnother ? subjectOwner.member : nil
        }
        if actor == .nobody { throw AccessRefusal.notSignedIn }
        guard subjectOwner.isPublic else { throw AccessRefusal.notFound }
        let knows = try network == nil || grounds(for: .belongs, in: subjectOwner) != nil
        throw knows ? AccessRefusal.notAllowed : AccessRefusal.notFound
    }
}
