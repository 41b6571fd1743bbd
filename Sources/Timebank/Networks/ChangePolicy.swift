package import Ledger
internal import Store

/// Replaces the rules of a network's currency by a new version, which applies from now on.
///
/// Earlier transfers are not affected. In a mutual network a new limit applies to all wallets at
/// once; a wallet that is below the new limit can only move towards zero.
package struct ChangePolicy: Operation {
    /// The new rules; `version` is that of the rules they replace.
    package let policy: Policy

    package static let name = "policy.change"
    package static let access: Access = .coordinator || .operator
    package var subject: Subject { .network }

    /// Replaces the rules of version `policy.version`.
    package init(policy: Policy) { self.policy = policy }

    package func run(at desk: Desk) throws -> PolicyState {
        let network = try desk.here
        try policy.requireSense()
        try policy.requireEffect(in: network)
        // Opening a wallet takes the same lock, so a new member's wallet cannot keep the old limit.
        if network.model == .mutual { try desk.tx.alone(on: network.id.raw) }
        let next = PolicyState(policy: policy.numbered(policy.version + 1), since: desk.now)
        try Self.record(next, after: network.policy.numbered(policy.version), by: desk)
        desk.touch(network.id)
        return next
    }

    /// Writes `next` as the version after `before`, and applies a changed limit to all wallets.
    ///
    /// In a mutual network the caller must hold the lock on the network.
    ///
    /// - Throws: a ``Refusal`` for the field `version` when `before` is no longer the current
    ///   version.
    static func record(
        _ next: PolicyState,
        after before: Policy,
        by desk: Desk
    ) throws {
        let network = try desk.here
        // The rules may have been changed since the caller read them.
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

/// A version of the rules, and the time from which it applies.
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

/// Reads all versions of a network's rules, newest first.
package struct PoliciesQuery: Query {
    package static let name = "policy.list"
    package static let access: Access = .belongs || .operator
    package var subject: Subject { .network }

    /// A query for the network of the request.
    package init() {}

    package func answer(at view: View) throws -> [PolicyState] {
        try view.tx.policies(of: view.here.id)
    }
}

extension Policy {
    /// Checks that each rule is within its bounds and has an effect.
    ///
    /// - Throws: ``FieldRefusal/invalid(field:_:)`` for the first rule that fails.
    func requireSense() throws {
        _ = try Fields.credit.checked(credit)
        _ = try Fields.mutualLimit.checked(mutualLimit)
        _ = try Fields.ceiling.checked(ifAny: ceiling)
        _ = try Fields.newcomerGifts.checked(newcomerGifts)
        _ = try Fields.rounding.checked(rounding)
        _ = try Fields.newcomerDays.checked(newcomerDays)
        _ = try Fields.expiryDays.checked(ifAny: expiryDays)
    }

    /// Refuses a change of the mutual limit in a network that is not mutual.
    ///
    /// - Throws: ``FieldRefusal/invalid(field:_:)``.
    fileprivate func requireEffect(in network: Network) throws {
        guard network.model == .mutual || mutualLimit == network.policy.mutualLimit else {
            throw Fields.mutualLimit.refusal(.withoutEffect)
        }
    }

    /// The same rules without the expiry of credits, which older versions allowed and nothing
    /// applies.
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

    /// The same rules with another version number.
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
    /// Inserts a version of the rules and its mark in the journal.
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
    /// All versions of a network's rules, newest first, at most 1,000.
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
