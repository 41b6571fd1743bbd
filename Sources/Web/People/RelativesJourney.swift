internal import Hummingbird
internal import Ledger
internal import Timebank

/// Handles the forms on a member's page with which a coordinator declares and undoes relatives.
struct RelativesJourney: Journey {
    var routes: [PageRoute] { [.post(Address.relatives, change)] }

    private func change(_ visit: Visit, _ member: Member.ID) async throws -> Response {
        try await visit.trying {
            let notice: any Text
            let other: MemberName
            if visit.body.isEmpty(UndoRelatives.Fields.relative.name) {
                notice = PeopleText.noticeRelative
                other = try visit.body.value(DeclareRelatives.Fields.other)
                _ = try await visit.perform(
                    DeclareRelatives(member: .id(member), other: other)
                )
            } else {
                notice = PeopleText.noticeRelativeEnded
                other = .id(try visit.body.id(UndoRelatives.Fields.relative.name))
                _ = try await visit.perform(UndoRelatives(member: .id(member), other: other))
            }
            let (visitor, name) = try await visit.look {
                try $0.ask(MemberQuery(member: other)).member.name
            }
            let words = Localizer(visit.language(of: visitor))
            return visit.lead(
                to: Address.member(visitor.network.slug, member),
                notice: words(notice, ["name": .word(name)])
            )
        } again: { refusal in
            try await People.page(
                visit,
                of: member,
                refusal: refusal,
                at: [DeclareRelatives.Fields.other.name]
            )
        }
    }
}
