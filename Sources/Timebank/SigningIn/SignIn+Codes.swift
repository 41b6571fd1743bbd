internal import Ledger
internal import Store

extension SignIn {
    /// Uses a code to set a password, and signs its holder in.
    ///
    /// `login` is the membership number or e-mail address that was typed with it, and may be nil.
    ///
    /// - Throws: ``SigningInRefusal/codeInvalid``, ``SigningInRefusal/loginTaken``,
    ///   ``FieldRefusal/invalid(field:_:)`` for a login that is not theirs, the errors of
    ///   ``NewPassword``, and `StoreError.busy` if too many clients wait already.
    package func useCode(
        _ code: String,
        password: String,
        login: String? = nil,
        address: ClientAddress,
        purpose: TokenPurpose
    ) async throws -> SignedIn {
        let chosen = try NewPassword(password, login: login)
        let now = bank.clock()
        // A code of 120 random bits cannot be guessed, so wrong codes are not counted, and the
        // holder of a valid one does not wait among strangers.
        let isGood = try await bank.database.read(in: .whole) { tx in
            guard let typed = SetUpCode(code) else { return false }
            return try tx.grant(of: typed, now: now) != nil
        }
        guard isGood else { throw SigningInRefusal.codeInvalid }
        let guest = PasswordHashQueue.Guest(line: .known, address: address, tries: 0)
        let hash = try await hall.turn(of: guest) {
            try await hall.hash(chosen.text, dice: bank.dice).description
        }
        let setUp = try await bank.perform(
            UseCode(code: code, login: login, password: hash),
            as: .nobody
        ).outcome
        let signedIn = try await issueToken(
            to: setUp.person,
            seen: hash,
            fresh: nil,
            purpose: purpose
        )
        let attempts = Attempts(of: setUp.person, typed: nil, at: address, now: now)
        try await bank.database.write(in: .none) { try attempts.know(in: $0) }
        return signedIn
    }
}
