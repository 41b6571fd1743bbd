internal import Ledger
internal import Store

extension SignIn {
    /// Gives the holder of a code the password they chose, and signs them in.
    ///
    /// The login is the number or e-mail typed with it; nothing is fine too.
    /// - Throws: ``SigningInRefusal/codeInvalid``, ``SigningInRefusal/loginTaken``, what
    ///   ``NewPassword`` throws, and
    ///   `StoreError.busy` when too many wait already.
    package func useCode(
        _ code: String,
        password: String,
        login: String? = nil,
        address: ClientAddress,
        purpose: TokenPurpose
    ) async throws -> SignedIn {
        let chosen = try NewPassword(password, login: login)
        let now = bank.clock()
        // A code is 120 random bits: nobody guesses one, so wrong ones are not counted, and whoever
        // has a good one is no stranger.
        let isGood = try await bank.database.read(in: .whole) { tx in
            guard let typed = SetUpCode(code) else { return false }
            return try tx.grant(of: typed, now: now) != nil
        }
        guard isGood else { throw SigningInRefusal.codeInvalid }
        let guest = PasswordHall.Guest(line: .known, address: address, tries: 0)
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
