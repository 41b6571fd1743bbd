package import Timebank

extension PasswordCost {
    /// A very low cost of scrypt, for tests that are not about it.
    package static let cheap = PasswordCost(logRounds: 2, blockSize: 1, lanes: 1)
}

extension Town {
    /// The sign-in service of the town's bank, with cheap password hashes.
    package var signIn: SignIn { SignIn(bank, hall: PasswordHashQueue(cores: 3, cost: .cheap)) }

    /// Adds a member who then chooses a password with a set-up code, as real members do.
    @discardableResult
    package func settle(
        _ name: String,
        email: String? = nil,
        password: String = "five warm loaves"
    ) async throws -> Member {
        let member = try await perform(AddMember(name: name, email: email), as: .coordinator)
        let handed = try await perform(
            HandOverCode(member: .id(member.id)),
            as: .coordinator
        )
        _ = try await signIn.useCode(
            handed.code.revealed,
            password: password,
            address: .home,
            purpose: .page
        )
        return member
    }
}

extension ClientAddress {
    package static let home = ClientAddress("192.0.2.7")
    package static let elsewhere = ClientAddress("198.51.100.9")
}
