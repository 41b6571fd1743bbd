package import Ledger
internal import Store

/// Changes the rules of a network's currency, in a new version that holds from now on.
///
/// What was done under earlier rules stays as it is. In a mutual network a new limit counts for
/// every wallet at once; one that is further below zero may only trade toward it.
package struct ChangePolicy: Operation {
    /// The new rules, with the version that they replace.
    package let policy: Policy

    package static let name = "policy.change"
    package static let access: Access = .coordinator || .operator
    package var subject: Subject { .network }

    /// Rules in place of those of the version that they name.
    package init(policy: Policy) { self.policy = policy }

    package func run(at desk: Desk) throws -> PolicyState {
        let network = try desk.here
        try policy.requireSense()
        try policy.requireEffect(in: network)
        // Whoever joins at this moment gets the old limit first or the new one.
        if network.model == .mutual { try desk.tx.alone(on: network.id.raw) }
        let next = PolicyState(policy: policy.numbered(policy.version + 1), since: desk.now)
        try Self.record(next, after: network.policy.numbered(policy.version), by: desk)
        desk.touch(network.id)
        return next
    }

    /// Writes rules in the version after others, which hold from then on.
    ///
    /// Whoever changes the rules of a mutual network is alone on it first.
    ///
    /// - Throws: a ``Refusal`` for the version where other rules hold by now.
    static func record(
        _ next: PolicyState,
        after before: Policy,
        by desk: Desk
    ) throws {
        let network = try desk.here
        // Somebody else may have changed the rules since these were looked at.
        let rows = try desk.tx.change(
            "UPDATE network SET policy = $1 WHERE id = $2 AND policy = $3",
            next.policy.version,
            network.id,
            before.version
        )
        guard rows == 1 else { throw Policy.Fields.version.refusal(.taken) }
        try desk.insert(next.policy, of: network.id, since: next.since)
        if network.model == .mutual, next.policy.mutualLimit != before.mutualLimit {
            try desk.limitWallets(to: -next.policy.mutualLimit)
        }
    }
}

/// Rules, and since when they hold.
package struct PolicyState: Hashable, Sendable {
    package let policy: Policy
    package let since: Instant
}

extension PolicyState: Outcome {
    package var made: [Int64] { [policy.version] }

    package static func recall(_ made: [Int64], at view: View) throws -> PolicyState {
        let found = try view.tx.policies(of: view.here.id)
            .first { $0.policy.version == made.first }
        guard let found else { throw AccessRefusal.notFound }
        return found
    }
}

/// Asks for the rules of a network in all their versions, the newest first.
package struct PoliciesQuery: Query {
    package static let name = "policy.list"
    package static let access: Access = .belongs || .operator
    package var subject: Subject { .network }

    /// The question.
    package init() {}

    package func answer(at view: View) throws -> [PolicyState] {
        try view.tx.policies(of: view.here.id)
    }
}

extension Policy {
    /// Refuses rules that nobody could live by, or that nothing follows.
    ///
    /// - Throws: ``FieldRefusal/invalid(field:_:)``, naming the first that will not do.
    func requireSense() throws {
        _ = try Fields.credit.checked(credit)
        _ = try Fields.mutualLimit.checked(mutualLimit)
        _ = try Fields.ceiling.checked(ifAny: ceiling)
        _ = try Fields.newcomerGifts.checked(newcomerGifts)
        _ = try Fields.rounding.checked(rounding)
        _ = try Fields.newcomerDays.checked(newcomerDays)
        _ = try Fields.expiryDays.checked(ifAny: expiryDays)
    }

    /// Refuses a rule that would change nothing in this network.
    ///
    /// - Throws: ``FieldRefusal/invalid(field:_:)``.
    fileprivate func requireEffect(in network: Network) throws {
        guard network.model == .mutual || mutualLimit == network.policy.mutualLimit else {
            throw Fields.mutualLimit.refusal(.withoutEffect)
        }
    }

    /// The same rules without the one that nothing follows: after how many days credits run out.
    ///
    /// Older versions let it be set.
    package var followed: Policy {
        Policy(
            version: version,
            credit: credit,
            mutualLimit: mutualLimit,
            ceiling: ceiling,
            newcomerDays: newcomerDays,
            newcomerGifts: newcomerGifts,
            rounding: rounding,
            expiryDays: nil
        )
    }

    /// The same rules as another version.
    func numbered(_ version: Int64) -> Policy {
        Policy(
            version: version,
            credit: credit,
            mutualLimit: mutualLimit,
            ceiling: ceiling,
            newcomerDays: newcomerDays,
            newcomerGifts: newcomerGifts,
            rounding: rounding,
            expiryDays: expiryDays
        )
    }
}

extension Desk {
    /// Records rules in their version.
    func insert(_ policy: Policy, of network: Network.ID, since: Instant) throws {
        try mark(
            .policy,
            of: network.raw,
            in: network.raw,
            policy.version,
            policy.credit,
            policy.mutualLimit,
            policy.ceiling,
            policy.newcomerDays,
            policy.newcomerGifts,
            policy.rounding,
            policy.expiryDays,
            since
        )
        try tx.run(
            """
            INSERT INTO policy (
                network, version, credit, mutual_limit, ceiling, newcomer_days, newcomer_gifts,
                rounding, expiry_days, since)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            network,
            policy.version,
            policy.credit,
            policy.mutualLimit,
            policy.ceiling,
            policy.newcomerDays,
            policy.newcomerGifts,
            policy.rounding,
            policy.expiryDays,
            since
        )
    }
}

extension Transaction {
    /// The rules of a network in all their versions, the newest first.
    func policies(of network: Network.ID) throws -> [PolicyState] {
        try all(
            """
            SELECT version, credit, mutual_limit, ceiling, newcomer_days, newcomer_gifts,
                rounding, expiry_days, since
            FROM policy WHERE network = $1 ORDER BY version DESC LIMIT 1000
            """,
            network
        ) {
            PolicyState(
                policy: Policy(
                    version: $0.integer(0),
                    credit: $0.minutes(1),
                    mutualLimit: $0.minutes(2),
                    ceiling: $0.minutesIfAny(3),
                    newcomerDays: $0.integer(4),
                    newcomerGifts: $0.minutes(5),
                    rounding: $0.minutes(6),
                    expiryDays: $0.integerIfAny(7)
                ),
                since: $0.instant(8)
            )
        }
    }
}
