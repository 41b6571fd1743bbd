internal import Ledger
internal import Store

extension SignIn {
    /// Gives the holder of a code the password they chose, and signs them in.
    ///
    /// The login is the number or e-mail typed with it; nothing is fine too.
    /// - Throws: ``Refusal/codeInvalid``, ``Refusal/loginTaken``, what ``NewPassword`` throws, and
    ///   what signing in throws.
    package func useCode(
        _ code: String,
        password: String,
        login: String? = nil,
        address: ClientAddress,
        purpose: TokenPurpose
    ) async throws -> SignedIn {
        let chosen = try NewPassword(password, login: login)
        let now = bank.clock()
        return try await counted("a code", address) { _, tx in
            guard let typed = SetUpCode(code), try tx.grant(of: typed, now: now) != nil else {
                return false
            }
            return true
        } try: { isGood, _ in
            guard isGood else { throw Refusal.codeInvalid }
            let hash = try await hall.hash(chosen.text, dice: bank.dice).description
            let setUp = try await bank.perform(
                UseCode(code: code, login: login, password: hash),
                as: .nobody
            ).outcome
            return try await issueToken(
                to: setUp.person,
                seen: hash,
                fresh: nil,
                purpose: purpose
            )
        }
    }
}
