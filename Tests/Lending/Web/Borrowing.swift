internal import Hummingbird
internal import Ledger
internal import Timebank

@testable internal import Web

/// The page on which a member sees the tools of the network and offers one.
struct Borrowing: Journey {
    var routes: [PageRoute] {
        [.get(Address.tools, list), .post(Address.tools, offer)]
    }

    private func list(_ visit: Visit) async throws -> Response {
        try await page(visit, refusal: nil)
    }

    private func offer(_ visit: Visit) async throws -> Response {
        try await visit.trying {
            let visitor = try await visit.visitor()
            guard let member = visitor.member else { throw AccessRefusal.notAllowed }
            let made = try await visit.perform(
                OfferTool(owner: .id(member.id), name: visit.body.value(Tool.Fields.name))
            )
            let words = Localizer(visit.language(of: visitor))
            return visit.lead(
                to: Address.tools(visitor.network.slug),
                notice: words(LendingText.noticeToolOffered, ["name": .word(made.name)])
            )
        } again: { refusal in
            try await page(visit, refusal: refusal)
        }
    }

    private func page(_ visit: Visit, refusal: (any Refusal)?) async throws -> Response {
        let span = visit.span()
        let (visitor, found) = try await visit.look { try $0.ask(ToolsQuery(span: span)) }
        let frame = visit.frame(visitor)
        let entered = refusal.map {
            visit.entered($0, frame.words.language, at: [Tool.Fields.name.name])
        }
        return visit.show(
            ToolsPage(
                frame: frame,
                network: visitor.network.slug,
                tools: found,
                tokens: visitor.member == nil ? nil : visit.tokens(),
                entered: entered ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }
}
