package import Ledger

/// Creates a network with its first coordinator, who gets a one-time code to set a password.
package struct FoundNetwork: Operation {
    package let network: CreateNetwork
    /// The coordinator's name.
    package let coordinator: String
    /// The e-mail address with which they sign in; nil to sign in with the membership number.
    package let login: String?

    package static let name = "network.found"
    package static let access: Access = .operator
    package var subject: Subject { .installation }

    /// A network to create, and its first coordinator.
    package init(network: CreateNetwork, coordinator: String, login: String? = nil) {
        self.network = network
        self.coordinator = coordinator
        self.login = login
    }

    package func run(at desk: Desk) throws -> FoundedNetwork {
        let made = try network.run(at: desk)
        desk.enter(made)
        let member = try AddMember(name: coordinator, email: login).run(at: desk)
        let holder = try desk.give(.coordinator, to: member)
        let handed = try desk.handOverCode(person: holder.person, member: member)
        return FoundedNetwork(
            network: made,
            coordinator: member,
            code: handed.code,
            expires: handed.expires
        )
    }
}

/// A new network, and the set-up code of its coordinator.
package struct FoundedNetwork: Outcome {
    package let network: Network
    package let coordinator: Member
    package let code: SetUpCode
    package let expires: Instant

    package var made: [Int64] { [] }

    /// Always throws, because the set-up code is not stored and cannot be shown again.
    ///
    /// - Throws: ``RequestRefusal/keyReused``.
    package static func recall(_ made: [Int64], at view: View) throws -> FoundedNetwork {
        throw RequestRefusal.keyReused
    }
    package var once: [String] {
        [network.slug.description, coordinator.id.description, code.revealed, expires.rfc3339]
    }

    package static func recall(
        _ made: [Int64],
        once: [String],
        at view: View
    ) throws -> FoundedNetwork {
        guard once.count == 4, let slug = Slug(once[0]), let member = Member.ID(once[1]),
            let code = SetUpCode(once[2]), let expires = Instant(rfc3339: once[3]),
            let network = try view.tx.network(slug),
            let coordinator = try view.tx.member(member, in: network.id)
        else { return try recall(made, at: view) }
        return FoundedNetwork(
            network: network,
            coordinator: coordinator,
            code: code,
            expires: expires
        )
    }
}
