internal import Ledger
internal import Store

/// Gives the signed-in person another password, and ends their other sign-ins.
package struct ChangePassword: Operation {
    /// The hash that the old password was compared with; refused if it is no longer theirs.
    let seen: String
    /// The hash of the new password.
    let fresh: String
    /// SHA-256 of the token that remains valid.
    let keeps: [UInt8]

    package static let name = "password.change"
    package static let access: Access = .signedIn
    package var subject: Subject { .installation }

    init(seen: String, fresh: String, keeps: [UInt8]) {
        self.seen = seen
        self.fresh = fresh
        self.keeps = keeps
    }

    package func run(at desk: Desk) throws -> Done {
        guard let person = desk.actor.person else { throw AccessRefusal.notSignedIn }
        try desk.changes(.person, person)
        let rows = try desk.tx.change(
            "UPDATE person SET password = $1, password_at = $2 WHERE id = $3 AND password = $4",
            fresh,
            desk.now,
            person,
            seen
        )
        guard rows == 1 else { throw SigningInRefusal.wrongSignIn }
        try desk.tx.endSignIns(of: person, but: keeps)
        return Done()
    }
}
