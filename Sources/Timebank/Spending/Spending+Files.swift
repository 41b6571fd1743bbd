internal import Ledger
internal import Store

extension FileKind {
    /// The offers file.
    package static let offers = FileKind(
        "offers",
        after: ["organisations"],
        [
            .optional("id", "its id", "film"),
            .required("organisation", "short name of who offers it", "riverside-cinema"),
            .required(Offer.Fields.title, example: "Film, any screen"),
            .optional(Offer.Fields.details, example: "Monday to Thursday"),
            .required(Offer.Fields.adult, example: "60"),
            .optional(Offer.Fields.child, example: "30"),
            .optional("open", "whether it is on: yes or no", "yes"),
        ],
        reading: .rows(of: OfferRow.self),
        writing: FileWriting(
            """
            SELECT id, organisation, title, details, adult, child, is_open
            FROM offer WHERE network = $1 ORDER BY id
            """
        ) { row, names in
            [
                names.thing(row.integer(0)), names.organisation(row.integer(1)), row.text(2),
                row.text(3), "\(row.integer(4))", row.integerIfAny(5).map { "\($0)" } ?? "",
                row.flag(6).cell,
            ]
        }
    )

    /// The redemptions file.
    ///
    /// A guardian who is no member is named only if they are still a guardian in the network.
    package static let redemptions = FileKind(
        "redemptions",
        after: ["offers", "guardians", "transfers"],
        [
            .required("id", "its id", "r-1"),
            .required("at", "when", "2026-03-01T19:05:00Z"),
            .required("offer", "what for: an id of offers.csv", "film"),
            .required("organisation", "short name of where", "riverside-cinema"),
            .required("account", "whose wallet", "member:M-17"),
            .optional(Redemption.Fields.adults, example: "1"),
            .optional(Redemption.Fields.children, example: "0"),
            .required("minutes", "what it came to", "60"),
            .optional(
                "guardian",
                "number of who was there for the member, or ? for one who is no member; empty "
                    + "where the member was",
                ""
            ),
            .optional(
                "name",
                "what a guardian is called who is no member but acts for somebody here still",
                ""
            ),
            .required(
                "transfer",
                "the transfer that paid for it: an id of transfers.csv",
                "2026-0003"
            ),
            .optional("undone_by", "the reversal that undid it", ""),
        ],
        reading: .rows(of: RedemptionRow.self),
        writing: FileWriting(
            """
            SELECT r.id, r.at, r.offer, r.organisation, m.wallet, r.adults, r.children,
                r.minutes, r.transfer, r.undone_by, r.guardian, g.number, (
                    SELECT p.name FROM person p WHERE p.id = r.guardian AND EXISTS (
                        SELECT 1 FROM guardian w
                        WHERE w.network = r.network AND w.guardian = p.id))
            FROM redemption r JOIN member m ON m.id = r.member
                LEFT JOIN member g ON g.person = r.guardian AND g.network = r.network
            WHERE r.network = $1 ORDER BY r.id
            """,
            RedemptionRow.cells
        )
    )
}

extension RedemptionRow {
    /// The cells of a row that an export has read.
    fileprivate static func cells(_ row: Row, _ names: ExportNames) -> [String] {
        let number = row.textIfAny(11)
        let somebody = row.isNull(10) ? "" : Self.somebody
        return [
            names.thing(row.integer(0)), row.instant(1).rfc3339, names.thing(row.integer(2)),
            names.organisation(row.integer(3)), names.account(row.integer(4)),
            "\(row.integer(5))", "\(row.integer(6))", "\(row.integer(7))", number ?? somebody,
            number == nil ? row.textIfAny(12) ?? "" : "", names.transfer(row.integer(8)),
            row.integerIfAny(9).map { names.transfer($0) } ?? "",
        ]
    }
}
