internal import Ledger
internal import Store

/// Confirms many hours of one organisation at once, and says which it had to leave.
///
/// What a colleague has just decided, and what is the confirmer's own, is left and named; when the
/// allocation does not cover the rest, nothing is confirmed and the refusal says what is missing.
package struct ConfirmMany: Operation {
    package let organisation: Organisation.ID
    package let hours: [Hours.ID]

    package static let name = "hours.confirm-many"
    package static let access: Access = .staff(.worker) || .coordinator
    package var subject: Subject { .organisation(organisation) }

    /// How many can be confirmed at once.
    package static let most = 500

    /// Hours to confirm as they were claimed.
    package init(organisation: Organisation.ID, hours: [Hours.ID]) {
        self.organisation = organisation
        self.hours = hours
    }

    package func run(at desk: Desk) throws -> Confirmations {
        guard !hours.isEmpty else { throw Refusal.invalid(field: "hours", .missing) }
        guard hours.count <= Self.most else { throw Refusal.invalid(field: "hours", .tooLong) }
        // Of two colleagues at once the second waits here, and then leaves what the first did.
        try desk.tx.alone(on: organisation.raw)
        let named = try hours.map { id in
            guard let waiting = try desk.tx.hours(id, in: desk.here.id),
                waiting.organisation == organisation
            else { throw Refusal.notFound }
            return waiting
        }
        let able = try Set(named.filter { try desk.canConfirm($0) }.map(\.id))
        try desk.takeAccounts(
            of: organisation,
            and: named.filter { able.contains($0.id) }.map(\.member)
        )
        var confirmed: [Hours.ID] = []
        var left: [Hours.ID] = []
        for waiting in named {
            if able.contains(waiting.id), !confirmed.contains(waiting.id) {
                confirmed.append(try confirm(waiting, at: desk))
            } else {
                left.append(waiting.id)
            }
        }
        return Confirmations(confirmed: confirmed, left: left)
    }

    /// Confirms hours that were found waiting; where somebody decides them at this moment all of
    /// it is run again, to find them decided.
    private func confirm(_ waiting: Hours, at desk: Desk) throws -> Hours.ID {
        do {
            return try desk.confirm(waiting, waiting.minutes).hours.id
        } catch Refusal.alreadyConfirmed, Refusal.alreadyRefused {
            throw StoreError.conflict
        }
    }
}

/// Which hours were confirmed, and which were left.
package struct Confirmations: Outcome, Hashable {
    package let confirmed: [Hours.ID]
    /// The confirmer's own, and what was decided already.
    package let left: [Hours.ID]

    package var made: [Int64] {
        [Int64(confirmed.count)] + (confirmed + left).map(\.raw)
    }

    package static func recall(_ made: [Int64], at view: View) throws -> Confirmations {
        guard let count = made.first, count < made.count || count == 0 else {
            throw Refusal.notFound
        }
        let ids = made.dropFirst().map { Hours.ID(raw: $0) }
        return Confirmations(
            confirmed: Array(ids.prefix(Int(count))),
            left: Array(ids.dropFirst(Int(count)))
        )
    }
}

extension Desk {
    fileprivate func canConfirm(_ waiting: Hours) throws -> Bool {
        guard waiting.status == .claimed else { return false }
        guard let person = actor.person else { return true }
        return try !tx.isOwn(waiting.member, to: person, in: here.id)
    }
}
