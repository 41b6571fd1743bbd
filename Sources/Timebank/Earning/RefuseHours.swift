internal import Ledger
internal import Store

/// Refuses hours, with a reason that the member can read.
package struct RefuseHours: Operation {
    package let hours: Hours.ID
    package let reason: String

    package static let name = "hours.refuse"
    package static let access: Access = .staff(.worker) || .coordinator
    package var subject: Subject { .owned(hours) }

    /// Creates a refusal of hours.
    package init(hours: Hours.ID, reason: String) {
        self.hours = hours
        self.reason = reason
    }

    package func run(at desk: Desk) throws -> Hours {
        let reason = try Hours.Fields.reason.checked(reason)
        guard let waiting = try desk.tx.hours(hours, in: desk.here.id) else {
            throw AccessRefusal.notFound
        }
        try desk.requireWaiting(waiting)
        let rows = try desk.tx.change(
            """
            UPDATE hours SET status = 'refused', reason = $1, decided_by = $2
            WHERE id = $3 AND network = $4 AND status = 'claimed'
            """,
            reason,
            desk.actor.person,
            hours,
            desk.here.id
        )
        guard rows == 1 else { throw EarningRefusal.alreadyRefused }
        desk.touch(hours)
        return try Hours.recall([hours.raw], at: desk.view)
    }
}

extension Hours: Outcome {
    package var made: [Int64] { [id.raw] }

    package static func recall(_ made: [Int64], at view: View) throws -> Hours {
        guard let id = made.first, let hours = try view.tx.hours(ID(raw: id), in: view.here.id)
        else { throw AccessRefusal.notFound }
        return hours
    }
}
