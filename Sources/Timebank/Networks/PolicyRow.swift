internal import Ledger
internal import Store

/// A row of `policy.csv`, as an export writes it: one version of the rules.
///
/// The version after the current one is added as ``ChangePolicy`` does, and applies from then on.
/// An existing version must be equal; while no credits have moved, the row replaces it instead.
struct PolicyRow: ImportedRow {
    private let cells: RowCells
    private let policy: Policy
    private let since: Instant?
    /// A problem for a value of `expiry_days`, which older versions wrote and an import ignores.
    let dropped: ImportProblem?

    init(_ cells: RowCells, reference: String) throws(ImportProblem) {
        self.cells = cells
        func number(_ column: String) throws(ImportProblem) -> Int64? {
            try cells.minutes(column, 0...Minutes.movable.upperBound.count)?.count
        }
        func required(_ column: String) throws(ImportProblem) -> Int64 {
            guard let number = try number(column) else { throw cells.problem(column, .missing) }
            return number
        }
        let expiryDays = try number("expiry_days")
        dropped =
            expiryDays == nil ? nil : cells.problem("expiry_days", .withoutEffect)
        policy = Policy(
            version: try required("version"),
            credit: Minutes(try required("credit")),
            mutualLimit: Minutes(try required("mutual_limit")),
            ceiling: try number("ceiling").map { Minutes($0) },
            newcomerDays: try required("newcomer_days"),
            newcomerGifts: Minutes(try required("newcomer_gifts")),
            rounding: Minutes(try required("rounding")),
            expiryDays: nil
        )
        since = try cells.value("since", .notMoment) { $0.instant }
        do { try policy.requireSense() } catch let refusal as any Refusal {
            throw cells.problem(refusal.field?.column ?? "version", .refused(refusal))
        } catch { throw cells.problem("version", .malformed) }
    }

    func write(by writing: RowWriting) throws -> Bool {
        let (tx, network) = (writing.desk.tx, writing.network)
        // As in ``ChangePolicy``: a wallet opened at the same time must not keep the old limit.
        if network.model == .mutual { try tx.alone(on: network.id.raw) }
        let all = try tx.policies(of: network.id)
        guard let newest = all.first else { throw cells.problem("version", .missing) }
        try cells.requirePast(since, "since", now: writing.desk.now)
        let state = PolicyState(policy: policy, since: since ?? writing.desk.now)
        if let there = all.first(where: { $0.policy.version == policy.version }) {
            let isKnown = there.policy.followed == policy
            if isKnown, since.map({ $0 == there.since }) ?? true { return false }
            guard try tx.isFresh(network.id) else { throw difference(from: there) }
            try tx.remove(version: policy.version, of: network.id)
            try writing.desk.insert(policy, of: network.id, since: state.since)
            if network.model == .mutual, policy.version == newest.policy.version {
                try writing.desk.limitWallets(to: -policy.mutualLimit)
            }
        } else if policy.version == newest.policy.version + 1 {
            try cells.obeying("version") {
                try ChangePolicy.record(state, after: newest.policy, by: writing.desk)
            }
        } else {
            throw cells.problem("version", .versionMissing(newest.policy.version + 1))
        }
        return true
    }

    /// A problem that names the first cell whose value differs from the existing version.
    private func difference(from there: PolicyState) -> ImportProblem {
        let said: [(String, Int64?, Int64?)] = [
            ("credit", policy.credit.count, there.policy.credit.count),
            ("mutual_limit", policy.mutualLimit.count, there.policy.mutualLimit.count),
            ("ceiling", policy.ceiling?.count, there.policy.ceiling?.count),
            ("newcomer_days", policy.newcomerDays, there.policy.newcomerDays),
            ("newcomer_gifts", policy.newcomerGifts.count, there.policy.newcomerGifts.count),
            ("rounding", policy.rounding.count, there.policy.rounding.count),
        ]
        for (column, mine, theirs) in said where mine != theirs {
            return cells.problem(column, .different(from: theirs.map { "\($0)" } ?? ""))
        }
        return cells.problem("since", .different(from: there.since.rfc3339))
    }
}

extension Transaction {
    fileprivate func remove(version: Int64, of network: Network.ID) throws {
        try run("DELETE FROM policy WHERE network = $1 AND version = $2", network, version)
    }
}

extension ImportProblem.Reason {
    fileprivate static func versionMissing(_ version: Int64) -> Self {
        Self(
            code: "version-missing",
            sentence: "The next version of the rules here is \(version). Leave none out."
        )
    }

    fileprivate static var withoutEffect: Self {
        Self(
            code: "without-effect",
            sentence: "Credits do not run out yet, so this was left out. Leave the cell empty."
        )
    }
}
