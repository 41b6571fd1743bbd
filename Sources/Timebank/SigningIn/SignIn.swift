package import Ledger
internal import Store

/// The entrance: who somebody is, from what they know.
///
/// An account that does not exist is answered like a wrong password, with the same words after the
/// same work. How tries are counted stands at ``Attempts``; passwords are hashed in the
/// ``PasswordHall``, and nothing waits in the store meanwhile.
package struct SignIn: Sendable {
    let bank: Bank
    let hall: PasswordHall
    /// Whether tries are counted; not counted only where speed is measured.
    private let isLimited: Bool

    /// The entrance of a bank.
    package init(_ bank: Bank, hall: PasswordHall, isLimited: Bool = true) {
        self.bank = bank
        self.hall = hall
        self.isLimited = isLimited
    }

    /// Signs somebody in.
    ///
    /// The login is an e-mail address, or a membership number with its network's slug.
    /// - Throws: ``Refusal/wrongSignIn``, ``Refusal/lockedOut(until:)`` or
    ///   ``Refusal/tooManyRequests(seconds:)``; `StoreError.busy` when too many sign in at once.
    package func callAsFunction(
        login: String,
        password: String,
        network: String? = nil,
        address: ClientAddress,
        purpose: TokenPurpose
    ) async throws -> SignedIn {
        let typed = Login(login, network: network)
        return try await counted(typed?.text ?? "", address) { line, tx in
            try typed.flatMap { try tx.lock(of: $0) }
        } try: { lock, line in
            try await prove(lock, password, in: line)
            guard let lock, let seen = lock.password else { throw Refusal.wrongSignIn }
            let fresh = try await renewed(seen, password)
            return try await issueToken(
                to: lock.person,
                seen: seen,
                fresh: fresh,
                purpose: purpose
            )
        }
    }

    /// Changes the password of whoever is signed in, and ends their other sign-ins.
    ///
    /// - Throws: ``Refusal/wrongSignIn`` when the old password is not right, and what
    ///   ``NewPassword`` throws.
    package func changePassword(
        from old: String,
        to new: String,
        as who: Credential,
        address: ClientAddress
    ) async throws {
        guard case .token(let digest) = who else { throw Refusal.notSignedIn }
        let me = try await bank.ask(MeQuery(), as: who)
        let chosen = try NewPassword(new, login: me.person.login)
        let id = me.person.id
        try await counted(id.description, address) { _, tx in
            try tx.lock(of: id)
        } try: { lock, line in
            try await prove(lock, old, in: line)
            guard let seen = lock?.password else { throw Refusal.wrongSignIn }
            let fresh = try await hall.hash(chosen.text, dice: bank.dice)
            let change = ChangePassword(
                seen: seen,
                fresh: fresh.description,
                keeps: digest
            )
            _ = try await bank.perform(change, as: who)
        }
    }

    /// Ends a sign-in.
    package func signOut(_ token: TokenText) async throws {
        _ = try await bank.perform(
            RevokeToken(digest: token.digest),
            as: token.credential
        )
    }

    /// Forgets tries, tokens and codes that no longer count; to be called now and then.
    package func tidy() async throws {
        let now = bank.clock()
        try await bank.database.write(in: .none) {
            try $0.forgetExpiredSignIns(now: now)
            try $0.forgetNotices(now: now)
        }
    }
}

extension SignIn {
    /// Lets somebody in, counts the try, and forgives it when `body` did not throw.
    func counted<Found: Sendable, Result>(
        _ subject: String,
        _ address: ClientAddress,
        find: @escaping @Sendable (PasswordHall.Line, Transaction) throws -> Found,
        try body: (Found, PasswordHall.Line) async throws -> Result
    ) async throws -> Result {
        let attempts = Attempts(login: subject, address: address, now: bank.clock())
        return try await hall.enter {
            guard isLimited else {
                let found = try await bank.database.read(in: .whole) { try find(.usual, $0) }
                return try await body(found, .usual)
            }
            let (found, line) = try await bank.database.write(in: .whole) { tx in
                let line = try attempts.count(in: tx)
                return (try find(line, tx), line)
            }
            let result: Result
            do { result = try await body(found, line) } catch let error as StoreError {
                // Nothing was compared, or nobody will know: that is not a wrong try.
                try await bank.database.write(in: .none) { try attempts.takeBack(in: $0) }
                throw error
            }
            try await bank.database.write(in: .none) { try attempts.forgive(in: $0) }
            return result
        }
    }

    /// Proves that a password is somebody's, with as much work for nobody's.
    private func prove(_ lock: Lock?, _ password: String, in line: PasswordHall.Line) async throws {
        let kept = lock?.password.flatMap { PasswordHash($0) }
        let hash = kept ?? .nobodys(hall.cost)
        // A very long text is nobody's password, and is not worth hashing.
        let typed = password.utf8.count <= 1_000 ? password : ""
        guard try await hall.matches(typed, hash, in: line), kept != nil else {
            throw Refusal.wrongSignIn
        }
    }

    /// The password hashed anew, where it was hashed at another cost than is usual now.
    private func renewed(_ seen: String, _ password: String) async throws -> String? {
        guard PasswordHash(seen)?.cost != hall.cost else { return nil }
        return try await hall.hash(password, dice: bank.dice).description
    }

    /// A token for somebody who has just shown that they know their password.
    func issueToken(
        to person: Person.ID,
        seen: String,
        fresh: String?,
        purpose: TokenPurpose
    ) async throws -> SignedIn {
        let token = TokenText(drawing: bank.dice)
        let issued = try await bank.perform(
            IssueToken(digest: token.digest, purpose: purpose, seen: seen, fresh: fresh),
            as: .proven(person)
        ).outcome
        return SignedIn(person: person, token: token, expires: issued.expires)
    }
}

/// Somebody who has signed in.
package struct SignedIn: Sendable {
    package let person: Person.ID
    package let token: TokenText
    package let expires: Instant
}
