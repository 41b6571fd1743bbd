internal import Hummingbird
internal import Ledger
internal import Timebank

/// The form with which a person marks their notices as seen.
struct NoticesJourney: Journey {
    var routes: [PageRoute] { [.post(Address.seen, see)] }

    private func see(_ visit: Visit) async throws -> Response {
        guard try await visit.visitor().person != nil else { throw AccessRefusal.notSignedIn }
        let field = SeeNotices.Fields.last
        guard let last = Notice.ID(visit.body[field.name]) else { throw field.refusal(.malformed) }
        _ = try await visit.site.bank.perform(SeeNotices(last: last), as: visit.who)
        return visit.lead(to: Address.home(try visit.slug))
    }
}
