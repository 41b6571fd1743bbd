internal import Hummingbird
internal import Ledger
internal import Timebank

/// The list of members, which a typed number leads past to the page of its member.
struct People: Journey {
    var routes: [PageRoute] { [.get(Address.people, list)] }

    private func list(_ visit: Visit) async throws -> Response {
        let search = visit.query("q")
        let show = MemberSelection(rawValue: visit.query("show"))
        let span = visit.span()
        let (visitor, (found, selection)) = try await visit.look { snapshot in
            let selection = snapshot.visitor.looksAfterAll && search.trimmed.isEmpty ? show : nil
            let asked = MembersQuery(search: search, of: selection, span: span)
            // Staff have to search; until they have typed enough, the query refuses and the list is
            // empty.
            do {
                return (try snapshot.ask(asked) as ResultPage<MemberState>?, selection)
            } catch FieldRefusal.invalid(MembersQuery.Fields.search.name, _) {
                return (nil, selection)
            }
        }
        let network = visitor.network.slug
        if let only = found?.items.first(where: { $0.member.isNumbered(search) }) {
            return visit.lead(to: Address.member(network, only.member.id))
        }
        return visit.show(
            PeoplePage(
                frame: visit.frame(visitor),
                network: network,
                people: found.map { $0.items.map(\.line) },
                search: search,
                selection: selection,
                after: found?.next,
                seesAll: visitor.looksAfterAll,
                mayAdd: visitor.mayAddMember
            )
        )
    }
}

extension Member {
    /// Whether a text is exactly the membership number, in capitals or not.
    fileprivate func isNumbered(_ text: String) -> Bool {
        guard let typed = MemberNumber(text), let own = MemberNumber(number) else { return false }
        return typed.folded == own.folded
    }
}
