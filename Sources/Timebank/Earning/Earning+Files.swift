internal import Ledger
internal import Store

extension FileKind {
    /// The file of opportunities.
    package static let opportunities = FileKind(
        "opportunities",
        after: ["organisations"],
        [
            .optional("id", "its id", "reading-2"),
            .required("organisation", "short name of who offers it", "orchard-lane-school"),
            .required(Opportunity.Fields.title, example: "Reading with Year 2"),
            .optional(
                Opportunity.Fields.details,
                example: "An hour in the library corner, tea afterwards"
            ),
            .optional(Opportunity.Fields.place, example: "Orchard Lane, PE13"),
            .optional(Opportunity.Fields.minutes, example: "60"),
            .optional("open", "whether it is on: yes or no", "yes"),
        ],
        reading: .rows(of: OpportunityRow.self),
        writing: FileWriting(
            """
            SELECT id, organisation, title, details, place, minutes, is_open
            FROM opportunity WHERE network = $1 ORDER BY id
            """
        ) { row, names in
            [
                names.thing(row.integer(0)), names.organisation(row.integer(1)), row.text(2),
                row.text(3), row.text(4), "\(row.integer(5))", row.flag(6).cell,
            ]
        }
    )

    /// The file of hours that members gave.
    ///
    /// The export leaves out hours of erased members; only the transfers that paid for them remain.
    package static let hours = FileKind(
        "hours",
        after: ["opportunities", "members", "transfers"],
        [
            .optional("id", "their id", "h-1"),
            .optional("opportunity", "what was done: an id of opportunities.csv", "reading-2"),
            .required("organisation", "short name of where", "orchard-lane-school"),
            .required("member", "number of who gave them", "M-17"),
            .required(Hours.Fields.date, example: "2026-03-01"),
            .required(Hours.Fields.minutes, example: "90"),
            .optional("status", "claimed, confirmed or refused", "claimed"),
            .optional(Hours.Fields.note, example: "Read with six children"),
            .optional("reason", "why they were refused", ""),
            .optional(
                "transfer",
                "the transfer that paid for them: an id of transfers.csv",
                ""
            ),
        ],
        reading: .rows(of: HoursRow.self),
        writing: FileWriting(
            """
            SELECT h.id, h.opportunity, h.organisation, h.member, h.day, h.minutes, h.status,
                h.note, h.reason, h.transfer
            FROM hours h JOIN member m ON m.id = h.member
            WHERE h.network = $1 AND m.status <> 'erased' ORDER BY h.id
            """
        ) { row, names in
            [
                names.thing(row.integer(0)), names.thing(row.integer(1)),
                names.organisation(row.integer(2)), names.member(row.integer(3)),
                Day(number: Int(row.integer(4))).iso, "\(row.integer(5))", row.text(6),
                row.text(7), row.textIfAny(8) ?? "",
                row.integerIfAny(9).map { names.transfer($0) } ?? "",
            ]
        }
    )
}
