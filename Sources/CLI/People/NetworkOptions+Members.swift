internal import ArgumentParser
internal import Timebank

extension NetworkOptions {
    /// The member with this number or id.
    func member(_ name: MemberName) async throws -> MemberState {
        try await asking { try await $0.member(name) }
    }
}

extension Questions {
    /// The member with this number or id.
    ///
    /// - Throws: ``CommandRefusal`` where there is none.
    func member(_ name: MemberName) async throws -> MemberState {
        do { return try await ask(MemberQuery(member: name)) } catch AccessRefusal.notFound {
            throw CommandRefusal(
                sentence: """
                    No member of \(slug) has the number \(name). To look somebody up: \
                    commonhour person list --network \(slug) --search NAME
                    """
            )
        }
    }
}

extension MemberName: ExpressibleByArgument {
    init?(argument: String) { self.init(argument) }
}
