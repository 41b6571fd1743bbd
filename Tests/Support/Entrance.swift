package import Timebank

extension PasswordCost {
    /// Next to no work, for tests that are not about it.
    package static let cheap = PasswordCost(logRounds: 2, blockSize: 1, lanes: 1)
}

extension Town {
    /// The entrance of the town's bank, where passwords are cheap.
    package var signIn: SignIn { SignIn(bank, hall: PasswordHall(cores: 3, cost: .cheap)) }

    /// A member with a sign-in and a password, by the way that everybody goes.
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
