internal import Hummingbird
internal import Ledger
internal import Timebank

/// The page on which a coordinator gives a member something from the shared pot.
struct PotJourney: Journey {
    var routes: [PageRoute] {
        [.get(Address.grantFromPot, form), .post(Address.grantFromPot, give)]
    }

    private func form(_ visit: Visit, _ member: Member.ID) async throws -> Response {
        try await page(visit, of: member, refusal: nil)
    }

    private func give(_ visit: Visit, _ id: Member.ID) async throws -> Response {
        try await visit.trying {
            let member = try await visit.look {
                try $0.ask(MemberQuery(member: .id(id))).member
            }.found
            let moved = try await visit.perform(
                GrantFromPot(
                    to: .id(member.wallet.id),
                    minutes: try visit.body.value(GrantFromPot.Fields.minutes),
                    memo: visit.body.value(GrantFromPot.Fields.memo)
                )
            )
            return try await visit.leadToPerson(id) {
                $0(
                    PotText.noticePot,
                    [
                        "minutes": .minutes(moved.minutes), "name": .word(member.name),
                        "left": .minutes(moved.fromLink.balance ?? .zero),
                    ]
                )
            }
        } again: { refusal in
            try await page(visit, of: id, refusal: refusal)
        }
    }

    private func page(
        _ visit: Visit,
        of member: Member.ID,
        refusal: (any Refusal)?
    ) async throws -> Response {
        let (visitor, (state, pot)) = try await visit.look { snapshot in
            (
                try snapshot.ask(MemberQuery(member: .id(member))),
                try snapshot.ask(AccountQuery(account: .pot)).minutes
            )
        }
        let frame = visit.frame(visitor)
        let fields = [GrantFromPot.Fields.minutes.name, GrantFromPot.Fields.memo.name]
        return visit.show(
            FormPage.pot(
                frame: frame,
                network: visitor.network.slug,
                person: state.line,
                left: pot,
                tokens: visit.tokens(),
                entered: refusal.map { visit.entered($0, frame.words.language, at: fields) }
                    ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }
}
