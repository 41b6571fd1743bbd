internal import Hummingbird
internal import Ledger
internal import Timebank

/// The list of members, the page of one, and the set-up code that is made there.
struct People: Journey {
    var routes: [PageRoute] {
        [
            .get(Address.people, list),
            .get(Address.member, member),
            .post(Address.code, code),
        ]
    }

    private func list(_ visit: Visit) async throws -> Response {
        let search = visit.query("q")
        let asked = MembersQuery(search: search, span: visit.span())
        let (visitor, found) = try await visit.look { snapshot -> ResultPage<MemberState>? in
            // Staff have to search; until they have typed enough, the query refuses and the list is
            // empty.
            do {
                return try snapshot.ask(asked)
            } catch FieldRefusal.invalid(MembersQuery.Fields.search.name, _) {
                return nil
            }
        }
        let seesAll = visitor.isCoordinator || visitor.isOperator
        return visit.show(
            ListPage.people(
                frame: visit.frame(visitor),
                network: visitor.network.slug,
                people: found.map { $0.items.map(\.line) },
                search: search,
                after: found?.next,
                seesAll: seesAll,
                mayAdd: visitor.mayAddMember
            )
        )
    }

    private func member(_ visit: Visit, _ member: Member.ID) async throws -> Response {
        try await Self.page(visit, of: member, refusal: nil)
    }

    /// Makes a set-up code and shows it in this response only, without a redirect, so that it is
    /// seen once.
    private func code(_ visit: Visit, _ id: Member.ID) async throws -> Response {
        try await visit.trying {
            let handed = try await visit.perform(HandOverCode(member: .id(id)))
            let visitor = try await visit.look { _ in }.visitor
            let network = visitor.network.slug
            let member = handed.member
            return visit.show(
                DetailPage.code(
                    frame: visit.frame(visitor),
                    network: network,
                    name: member?.name ?? "",
                    member: id,
                    login: member?.email ?? member?.number ?? "",
                    code: handed.code.revealed,
                    address: visit.host + Address.setUp(network).text,
                    until: Day(handed.expires, in: visitor.network.zone) ?? handed.expires.day
                )
            )
        } again: { refusal in
            try await Self.page(visit, of: id, refusal: refusal)
        }
    }

    /// The page of one member; after a refusal, with the error beside its field.
    static func page(
        _ visit: Visit,
        of member: Member.ID,
        refusal: (any Refusal)?,
        at fields: [FieldName] = []
    ) async throws -> Response {
        let asked = MemberQuery(member: .id(member))
        let (visitor, (state, relatives, mayHandOver)) = try await visit.look { snapshot in
            let state = try snapshot.ask(asked)
            let name = MemberName.id(state.member.id)
            let mayHandOver = try snapshot.mayHandOver(to: name)
            guard snapshot.visitor.isCoordinator else { return (state, [Relative](), mayHandOver) }
            return (state, try snapshot.ask(RelativesQuery(member: name)), mayHandOver)
        }
        let frame = visit.frame(visitor)
        return visit.show(
            DetailPage.person(
                frame: frame,
                network: visitor.network.slug,
                person: state.line,
                account: visitor.reads(state.member) ? state.member.wallet.id : nil,
                login: state.member.email ?? "",
                seesAll: visitor.looksUp,
                mayAdd: visitor.mayAddMember,
                mayHandOver: mayHandOver,
                relatives: visitor.isCoordinator
                    ? relatives.map { $0.line(of: state.member.id, for: visitor) } : nil,
                tokens: { visit.tokens() },
                entered: refusal.map {
                    visit.entered($0, frame.words.language, at: fields)
                } ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }
}

extension PageSnapshot {
    /// Whether the viewer may make a code for this member; `nil` if they may make none for anybody.
    fileprivate func mayHandOver(to member: MemberName) throws -> Bool? {
        let isLead = visitor.posts.contains { $0.role == .lead }
        guard visitor.isCoordinator || isLead else { return nil }
        return try ask(ReachQuery(member: member)).contains(.code)
    }
}

extension Visitor {
    /// Whether the viewer may search for members.
    fileprivate var looksUp: Bool {
        isCoordinator || isOperator || posts.contains { $0.role >= .worker }
    }

    /// Whether the viewer may read a member's statement; an operator may see only the balance.
    fileprivate func reads(_ member: Member) -> Bool {
        isCoordinator || self.member?.id == member.id || ward(member.id) != nil
    }
}

extension Relative {
    /// The relative as the page of `other` shows them; neither of the two may undo the declaration.
    fileprivate func line(of other: Member.ID, for visitor: Visitor) -> RelativeLine {
        RelativeLine(
            member: member,
            name: name,
            mayEnd: ![member, other].contains(where: { $0 == visitor.member?.id })
        )
    }
}

extension MemberState {
    /// The member as a list shows them.
    fileprivate var line: PersonLine {
        PersonLine(
            member: member.id,
            name: member.name,
            number: member.number,
            minutes: purse?.minutes,
            hasLeft: member.status == .left
        )
    }
}
