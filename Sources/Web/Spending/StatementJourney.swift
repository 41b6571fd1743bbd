internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import Timebank

/// An organisation's statement of one month, as a page and as a file.
struct StatementJourney: Journey {
    var routes: [PageRoute] {
        [.get(Address.statementOfMonth, page), .get(Address.fileOfMonth, file)]
    }

    private func page(
        _ visit: Visit,
        at organisation: Organisation.ID,
        month: Month
    ) async throws -> Response {
        let visitor = try await visit.look { _ in }.visitor
        let statement = try await statement(visit, organisation, month)
        return visit.show(
            StatementPage(
                frame: visit.frame(visitor),
                network: visitor.network.slug,
                statement: statement
            )
        )
    }

    private func file(
        _ visit: Visit,
        at organisation: Organisation.ID,
        month: Month
    ) async throws -> Response {
        let file = StatementFile(statement: try await statement(visit, organisation, month))
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"\(file.name)\"",
                .cacheControl: "no-store",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes))
        )
    }

    /// Reads the statement; a month that has not begun has none.
    private func statement(
        _ visit: Visit,
        _ organisation: Organisation.ID,
        _ month: Month
    ) async throws -> MonthStatement {
        let asked = MonthStatementQuery(organisation: organisation, month: month)
        do {
            return try await visit.site.bank.ask(asked, in: visit.slug, as: visit.who)
        } catch FieldRefusal.invalid(MonthStatementQuery.field, _) {
            throw AccessRefusal.notFound
        }
    }
}
