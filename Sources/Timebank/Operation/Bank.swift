package import Ledger
package import Store
internal import Synchronization

/// The one door: every change and every question goes through here.
package final class Bank: Sendable {
    package let database: Database
    package let ids: IDSource
    package let clock: @Sendable () -> Instant
    package let dice: Dice
    /// What can be asked of it, and what its store holds.
    package let scheme: Scheme
    private let cache = NetworkCache()

    /// How long a request's key is remembered, in microseconds: 30 days.
    static let keyLasts: Int64 = 30 * 86_400 * 1_000_000

    /// Opens a bank on a migrated store.
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

    /// Carries out a change, once for each request.
    ///
    /// A second call with the same `request` by the same person gives the first answer and changes
    /// nothing. When it returns or throws, the outcome is on disk.
    ///
    /// - Throws: a ``Refusal`` when a rule says no, a `StoreError` when the store could not.
    package func perform<Asked: Operation>(
        _ asked: Asked,
        in network: Slug? = nil,
        as who: Credential,
        request key: RequestKey? = nil
    ) async throws -> Answer<Asked.Result> {
        let fingerprint = try key.map { _ in try Fingerprint(of: asked) }
        let (ids, clock, dice, scheme) = (ids, clock, dice, scheme)
        let again = Again()
        let ground = cache.ground(of: asked.subject, in: network)
        do {
            return try await database.write(in: ground.scope, knowsItself: key != nil) { tx in
                // What met another change may have come with ids that are no longer taken.
                if again.isSo() { ids.goOn(after: try tx.pendingHorizon()) }
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

    /// Answers a question from one snapshot, in which access is judged too.
    ///
    /// - Throws: a ``Refusal`` when a rule says no.
    package func ask<Asked: Query>(
        _ asked: Asked,
        in network: Slug? = nil,
        as who: Credential
    ) async throws -> Asked.Answer {
        guard !Asked.isLong else { return try await report(asked, in: network, as: who) }
        let answer = answer(to: asked, in: network, as: who)
        return try await database.read(in: answer.scope, answer.body)
    }

    /// Answers a question that reads much, from one snapshot, beside everything else.
    ///
    /// - Throws: a ``Refusal`` when a rule says no.
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

    /// Counts a refusal where it told something, in a transaction of its own, since what was
    /// refused left nothing; and says what is to be answered.
    private func counted<Asked: Operation>(
        _ refusal: any Refusal,
        of asked: Asked,
        on ground: Ground,
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

    /// Where something about a network happens.
    func ground(in network: Slug) -> Ground { cache.ground(of: .network, in: network) }
}

/// Whether something is done for another time.
private final class Again: Sendable {
    private let isSecond = Atomic<Bool>(false)

    /// Whether this was asked before.
    func isSo() -> Bool { isSecond.exchange(true, ordering: .relaxed) }
}

/// What came of an operation, and whether it had been done before.
package struct Answer<Outcome: Sendable>: Sendable {
    package let outcome: Outcome
    /// Whether this is the answer to a request that was carried out earlier.
    package let isRepeat: Bool

    init(_ outcome: Outcome, isRepeat: Bool) {
        self.outcome = outcome
        self.isRepeat = isRepeat
    }
}

extension View {
    /// Lets the actor through to the subject, and says for whom they act if not for themselves.
    ///
    /// What is not theirs to see answers like what does not exist.
    ///
    /// - Throws: ``AccessRefusal/notFound``, ``AccessRefusal/notSignedIn`` or
    ///   ``AccessRefusal/notAllowed``.
    func admit(_ subject: Subject, by access: Access) throws -> Member.ID? {
        guard let scene = try subject.scene(at: self) else {
            throw actor == .nobody ? AccessRefusal.notSignedIn : AccessRefusal.notFound
        }
        if let grounds = try grounds(for: access, in: scene) {
            return subject.isSomebodys && grounds.isForAnother ? scene.member : nil
        }
        if actor == .nobody { throw AccessRefusal.notSignedIn }
        guard scene.isPublic else { throw AccessRefusal.notFound }
        let knows = try network == nil || grounds(for: .belongs, in: scene) != nil
        throw knows ? AccessRefusal.notAllowed : AccessRefusal.notFound
    }
}
