internal import Ledger

/// Makes a network with its first coordinator, who gets a code to choose a password with.
package struct FoundNetwork: Operation {
    package let network: CreateNetwork
    /// What the coordinator is called.
    package let coordinator: String
    /// Their e-mail address, if they sign in with one.
    package let login: String?

    package static let name = "network.found"
    package static let access: Access = .operator
    package var subject: Subject { .installation }

    /// A network to make, and who coordinates it.
    package init(network: CreateNetwork, coordinator: String, login: String? = nil) {
        self.network = network
        self.coordinator = coordinator
        self.login = login
    }

    package func run(at desk: Desk) throws -> FoundedNetwork {
        let made = try network.run(at: desk)
        desk.enter(made)
        let member = try AddMember(name: coordinator, email: login).run(at: desk)
        let holder = try desk.appoint(member, .coordinator)
        let handed = try desk.handOverCode(person: holder.person, member: member)
        return FoundedNetwork(network: made, coordinator: member, code: handed.code)
    }
}

/// A network that was made, and its coordinator's first code.
package struct FoundedNetwork: Outcome {
    package let network: Network
    package let coordinator: Member
    package let code: SetUpCode

    package var made: [Int64] { [] }

    /// A code is shown once.
    package static func recall(_ made: [Int64], at view: View) throws -> FoundedNetwork {
        throw Refusal.keyReused
    }
}
