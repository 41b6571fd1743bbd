internal import Ledger
package import Timebank

/// An organisation's statement of one month, to read and to print.
package struct StatementPage: Page {
    package static let template = Template.statement
    package let frame: Frame
    package let title: String
    let back: Link?
    let file: Link
    let totals: [Line]
    let caption: String
    let table: StatementTable?

    /// The statement of one month, in the words of the frame.
    package init(frame: Frame, network: Slug, statement: MonthStatement) {
        let words = frame.words
        let (organisation, sums) = (statement.organisation, statement.sums)
        self.frame = frame
        title = words(
            OrganisationsText.monthStatementTitle,
            [
                "organisation": .word(organisation.name),
                "month": .word(words.month(statement.month)),
            ]
        )
        back = Link(
            words(OrganisationsText.statementAll),
            to: Address.months(network, organisation.id)
        )
        file = Link(
            words(OrganisationsText.statementFile),
            to: Address.fileOfMonth(network, organisation.id, statement.month)
        )
        let lines: [(OrganisationsText, Minutes, isAlways: Bool)] = [
            (.statementOpening, statement.opening, true),
            (.statementAccepted, sums.accepted, true), (.statementUndone, sums.undone, true),
            (.statementRetired, sums.retired, false), (.statementRecycled, sums.recycled, false),
            (.statementOther, sums.other, false), (.statementClosing, statement.closing, true),
        ]
        totals = lines.filter { $0.isAlways || $0.1 != .zero }
            .map { Line(words($0.0), words.hours($0.1)) }
        caption = words(OrganisationsText.statementCaption)
        table = StatementTable(statement.days, words)
    }
}

/// The days of a statement; never empty.
struct StatementTable: Hashable, Sendable {
    let days: [StatementDay]

    fileprivate init?(_ days: [MonthStatement.OfDay], _ words: Localizer) {
        guard !days.isEmpty else { return nil }
        self.days = days.map { one in
            let sums = one.sums
            return StatementDay(
                date: words.day(one.day, .short),
                visits: "\(sums.visits)",
                accepted: words.hours(sums.accepted, .short),
                out: words.hours(sums.accepted - sums.change, .short),
                closing: words.hours(one.closing, .short)
            )
        }
    }
}

/// One day of a statement, as text.
struct StatementDay: Hashable, Sendable {
    let date: String
    let visits: String
    let accepted: String
    /// What went out again: undone, taken out or given out.
    let out: String
    let closing: String
}

extension Template {
    static let statement = Template("statement", PackageResources.statement_mustache)
}
