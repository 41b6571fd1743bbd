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
    let isLimited: Bool

    /// The entrance of a bank.
    package init(_ bank: Bank, hall: PasswordHall, isLimited: Bool = true) {
        self.bank = bank
        self.hall = hall
        self.isLimited = isLimited
    }

    /// Signs somebody in.
    ///
    /// The login is an e-mail address, or a membership number with its network's slug.
    /// - Throws: ``SigningInRefusal/wrongSignIn``, ``SigningInRefusal/lockedOut(until:)`` or
    ///   ``RequestRefusal/tooManyRequests(seconds:)``; `StoreError.busy` when too many sign in at
    ///   once.
    package func callAsFunction(
        login: String,
        password: String,
        network: String? = nil,
        address: ClientAddress,
        purpose: TokenPurpose
    ) async throws -> SignedIn {
        let typed = Login(login, network: network)
        let now = bank.clock()
        let arrival = try await arrive { tx in
            let lock = try typed.flatMap { try tx.lock(of: $0) }
            let attempts = Attempts(
                of: lock?.person,
                typed: typed?.text ?? "",
                at: address,
                now: now
            )
            return (lock, attempts)
        }
        return try await counted(arrival) { lock in
            let isOlder = try await prove(lock, password) == .older
            guard let lock, let seen = lock.password else { throw SigningInRefusal.wrongSignIn }
            return (lock.person, seen, try await renewed(seen, password, isOlder: isOlder))
        } then: { person, seen, fresh in
            try await issueToken(to: person, seen: seen, fresh: fresh, purpose: purpose)
        }
    }

    /// Changes the password of whoever is signed in, and ends their other sign-ins.
    ///
    /// - Throws: ``SigningInRefusal/wrongSignIn`` when the old password is not right, and what
    ///   ``NewPassword`` throws.
    package func changePassword(
        from old: String,
        to new: String,
        as who: Credential,
        address: ClientAddress
    ) async throws {
        guard case .token(let digest) = who else { throw AccessRefusal.notSignedIn }
        let me = try await bank.ask(MeQuery(), as: who)
        let chosen = try NewPassword(new, login: me.person.login)
        let id = me.person.id
        let now = bank.clock()
        let arrival = try await arrive(isSignedIn: true) { tx in
            (try tx.lock(of: id), Attempts(of: id, typed: nil, at: address, now: now))
        }
        try await counted(arrival) { lock in
            _ = try await prove(lock, old)
            guard let seen = lock?.password else { throw SigningInRefusal.wrongSignIn }
            return (seen, try await hall.hash(chosen.text, dice: bank.dice))
        } then: { seen, fresh in
            let change = ChangePassword(seen: seen, fresh: fresh.description, keeps: digest)
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
}

/// Somebody at the entrance, looked up before anything is counted or hashed.
struct Arrival: Sendable {
    let lock: Lock?
    let attempts: Attempts
    let guest: PasswordHall.Guest
}

extension SignIn {
    /// Looks up whom a login names and whether they are known where they are.
    ///
    /// A look is cheap; so whoever is told to wait here costs no more, and whoever is known waits
    /// behind no stranger.
    private func arrive(
        isSignedIn: Bool = false,
        _ find: @escaping @Sendable (Transaction) throws -> (Lock?, Attempts)
    ) async throws -> Arrival {
        try await bank.database.read(in: .whole) { tx in
            let (lock, attempts) = try find(tx)
            let guest =
                isLimited
                ? try attempts.guest(isSignedIn: isSignedIn, in: tx)
                : PasswordHall.Guest(line: .known, address: attempts.address, tries: 0)
            return Arrival(lock: lock, attempts: attempts, guest: guest)
        }
    }

    /// Waits for a turn in the hall, counts the try, and forgives it when nothing was thrown.
    ///
    /// - prove: What needs the turn, because it hashes.
    private func counted<Proof, Result>(
        _ arrival: Arrival,
        prove: (Lock?) async throws -> Proof,
        then body: (Proof) async throws -> Result
    ) async throws -> Result {
        let (guest, attempts) = (arrival.guest, arrival.attempts)
        var isCounted = false
        let result: Result
        do {
            let proof = try await hall.turn(of: guest) {
                guard isLimited else { return try await prove(arrival.lock) }
                let mayBeRight = try await bank.database.write(in: .whole) { tx in
                    try attempts.count(guest, in: tx)
                }
                isCounted = true
                return try await prove(mayBeRight ? arrival.lock : nil)
            }
            result = try await body(proof)
        } catch let error as StoreError {
            // Nothing was compared, or nobody will know: that is not a wrong try.
            if isCounted {
                try await bank.database.write(in: .none) { try attempts.takeBack(in: $0) }
            }
            throw error
        }
        if isLimited {
            try await bank.database.write(in: .none) { try attempts.forgive(in: $0) }
        }
        return result
    }

    /// How the password that was proven is kept.
    private enum Kept {
        case current
        /// Hashed byte by byte as it was typed, by an older version.
        case older
    }

    /// Proves that a password is somebody's, with as much work for nobody's.
    private func prove(_ lock: Lock?, _ password: String) async throws -> Kept {
        let kept = lock?.password.flatMap { PasswordHash($0) }
        let hash = kept ?? .nobodys(hall.cost)
        // A very long text is nobody's password, and is not worth hashing.
        let typed = TypedPassword(password.utf8.count <= 1_000 ? password : "")
        if try await hall.matches(typed.text, hash), kept != nil { return .current }
        if let older = typed.older, try await hall.matches(older, hash), kept != nil {
            return .older
        }
        throw SigningInRefusal.wrongSignIn
    }

    /// The password hashed anew, where it was hashed otherwise than is usual now.
    private func renewed(
        _ seen: String,
        _ password: String,
        isOlder: Bool
    ) async throws -> String? {
        guard isOlder || PasswordHash(seen)?.cost != hall.cost else { return nil }
        return try await hall.hash(TypedPassword(password).text, dice: bank.dice).description
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
