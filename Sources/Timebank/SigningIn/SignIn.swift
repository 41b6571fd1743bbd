package import Ledger
internal import Store

/// Authenticates people by login and password, and issues their tokens.
///
/// A login that belongs to nobody is answered like a wrong password: with the same message, after
/// the same work. ``Attempts`` counts failures, and passwords are hashed in the
/// ``PasswordHashQueue``, outside any transaction.
package struct SignIn: Sendable {
    let bank: Bank
    let hall: PasswordHashQueue
    /// Whether failures are counted; false only for load tests.
    let isLimited: Bool

    /// Creates the authentication for a bank.
    package init(_ bank: Bank, hall: PasswordHashQueue, isLimited: Bool = true) {
        self.bank = bank
        self.hall = hall
        self.isLimited = isLimited
    }

    /// Signs a person in.
    ///
    /// `login` is an e-mail address, or a membership number with the slug of its network.
    ///
    /// - Throws: ``SigningInRefusal/wrongSignIn``, ``SigningInRefusal/lockedOut(until:)`` or
    ///   ``RequestRefusal/tooManyRequests(seconds:)``; `StoreError.busy` if too many clients sign
    ///   in at once.
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

    /// Changes the password of the signed-in person, and ends their other sign-ins.
    ///
    /// - Throws: ``SigningInRefusal/wrongSignIn`` if the old password is wrong, the errors of
    ///   ``NewPassword``, and those for too many attempts, as when signing in.
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

    /// Revokes the token of a sign-in.
    package func signOut(_ token: TokenText) async throws {
        _ = try await bank.perform(
            RevokeToken(digest: token.digest),
            as: token.credential
        )
    }
}

/// A client whose login has been looked up, before anything is counted or hashed.
struct Arrival: Sendable {
    let lock: Lock?
    let attempts: Attempts
    let guest: PasswordHashQueue.Guest
}

extension SignIn {
    /// Looks up the person of a login, and whether they are known at the client's address.
    ///
    /// This is one cheap read, so that a client over its limit is refused before it costs any
    /// hashing.
    private func arrive(
        isSignedIn: Bool = false,
        _ find: @escaping @Sendable (Transaction) throws -> (Lock?, Attempts)
    ) async throws -> Arrival {
        try await bank.database.read(in: .whole) { tx in
            let (lock, attempts) = try find(tx)
            let guest =
                isLimited
                ? try attempts.guest(isSignedIn: isSignedIn, in: tx)
                : PasswordHashQueue.Guest(line: .known, address: attempts.address, tries: 0)
            return Arrival(lock: lock, attempts: attempts, guest: guest)
        }
    }

    /// Waits for a worker, counts the attempt, and takes the count back if nothing is thrown.
    ///
    /// `prove` runs while the worker is occupied, because it hashes; `body` runs afterwards.
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
            // The password was not compared, or the client gets no answer, so this is not a
            // failure.
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

    /// The form in which the verified password is stored.
    private enum Kept {
        case current
        /// An older version hashed the typed bytes without normalisation.
        case older
    }

    /// Verifies a password, with the same amount of work if there is no such person.
    ///
    /// - Throws: ``SigningInRefusal/wrongSignIn``.
    private func prove(_ lock: Lock?, _ password: String) async throws -> Kept {
        let kept = lock?.password.flatMap { PasswordHash($0) }
        let hash = kept ?? .nobodys(hall.cost)
        // No password is that long, so a longer text is not worth hashing.
        let typed = TypedPassword(password.utf8.count <= 1_000 ? password : "")
        if try await hall.matches(typed.text, hash), kept != nil { return .current }
        if let older = typed.older, try await hall.matches(older, hash), kept != nil {
            return .older
        }
        throw SigningInRefusal.wrongSignIn
    }

    /// Hashes the password again if its stored hash is outdated; nil if it is not.
    private func renewed(
        _ seen: String,
        _ password: String,
        isOlder: Bool
    ) async throws -> String? {
        guard isOlder || PasswordHash(seen)?.cost != hall.cost else { return nil }
        return try await hall.hash(TypedPassword(password).text, dice: bank.dice).description
    }

    /// Issues a token to a person whose password has just been verified.
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

/// The result of a sign-in.
package struct SignedIn: Sendable {
    package let person: Person.ID
    package let token: TokenText
    package let expires: Instant
}
