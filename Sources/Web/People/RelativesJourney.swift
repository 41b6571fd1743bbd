internal import Hummingbird
internal import Ledger
internal import Timebank

/// The page of a member's relatives, with the forms that declare and undo them.
struct RelativesJourney: Journey {
    var routes: [PageRoute] {
        [.get(Address.relatives, list), .post(Address.relatives, change)]
    }

    private func list(_ visit: Visit, _ member: Member.ID) async throws -> Response {
        try await page(visit, of: member, refusal: nil)
    }

    private func change(_ visit: Visit, _ member: Member.ID) async throws -> Response {
        try await visit.trying {
            let notice: any Text
            let other: MemberName
            let before = try await visit.look {
                try $0.ask(RelativesQuery(member: .id(member)))
            }.found
            if visit.body.isEmpty(UndoRelatives.Fields.relative.name) {
                notice = PeopleText.noticeRelative
                other = try await visit.member(DeclareRelatives.Fields.other).memberName
                _ = try await visit.perform(
                    DeclareRelatives(member: .id(member), other: other)
                )
            } else {
                notice = PeopleText.noticeRelativeEnded
                other = .id(try visit.body.id(UndoRelatives.Fields.relative.name))
                _ = try await visit.perform(UndoRelatives(member: .id(member), other: other))
            }
            let (visitor, relatives) = try await visit.look {
                try $0.ask(RelativesQuery(member: .id(member)))
            }
            let words = Localizer(visit.language(of: visitor))
            let names = (before + relatives).filter {
                other == .id($0.member) || other == $0.numbered
            }
            return visit.lead(
                to: Address.relatives(visitor.network.slug, member),
                notice: words(notice, ["name": .word(names.last?.name ?? "")])
            )
        } again: { refusal in
            try await page(visit, of: member, refusal: refusal)
        }
    }

    private func page(
        _ visit: Visit,
        of member: Member.ID,
        refusal: (any Refusal)?
    ) async throws -> Response {
        let name = MemberName.id(member)
        let (visitor, (state, relatives)) = try await visit.look { snapshot in
            (
                try snapshot.ask(MemberQuery(member: name)),
                try snapshot.ask(RelativesQuery(member: name))
            )
        }
        let frame = visit.frame(visitor)
        let field = DeclareRelatives.Fields.other.name
        return visit.show(
            DetailPage.relatives(
                frame: frame,
                network: visitor.network.slug,
                person: state.line,
                relatives: relatives.map { $0.line(of: member, for: visitor) },
                tokens: { visit.tokens() },
                entered: refusal.map { visit.entered($0, frame.words.language, at: [field]) }
                    ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }
}

extension Relative {
    /// How a form names the relative by number; `nil` for a number that nobody could type.
    fileprivate var numbered: MemberName? { MemberNumber(number).map { .number($0) } }

    /// The relative as the page of `other` shows them; neither of the two may undo the declaration.
    fileprivate func line(of other: Member.ID, for visitor: Visitor) -> RelativeLine {
        RelativeLine(
            member: member,
            name: name,
            mayEnd: visitor.looksAfterAll
                && ![member, other].contains(where: { $0 == visitor.member?.id })
        )
    }
}
