internal import Ledger
internal import Store

extension ExportWriting {
    /// Writes what there is to do and to enjoy, and what came of it.
    func writeActivities() throws {
        try writeOpportunities()
        try writeOffers()
        try writeHours()
        try writeRedemptions()
    }

    private func writeOpportunities() throws {
        try write("opportunities.csv", ImportKind.opportunities.columns) { row in
            try tx.each(
                """
                SELECT id, organisation, title, details, place, minutes, is_open
                FROM opportunity WHERE network = $1 ORDER BY id
                """,
                network.id
            ) {
                try row([
                    names.thing($0.integer(0)), names.organisation($0.integer(1)), $0.text(2),
                    $0.text(3), $0.text(4), "\($0.integer(5))", $0.flag(6) ? "yes" : "no",
                ])
                return true
            }
        }
    }

    private func writeOffers() throws {
        try write("offers.csv", ImportKind.offers.columns) { row in
            try tx.each(
                """
                SELECT id, organisation, title, details, adult, child, is_open
                FROM offer WHERE network = $1 ORDER BY id
                """,
                network.id
            ) {
                try row([
                    names.thing($0.integer(0)), names.organisation($0.integer(1)), $0.text(2),
                    $0.text(3), "\($0.integer(4))", $0.integerIfAny(5).map { "\($0)" } ?? "",
                    $0.flag(6) ? "yes" : "no",
                ])
                return true
            }
        }
    }

    /// Hours of somebody who was erased tell nothing that the transfer does not.
    private func writeHours() throws {
        try write("hours.csv", ImportKind.hours.columns) { row in
            try tx.each(
                """
                SELECT h.id, h.opportunity, h.organisation, h.member, h.day, h.minutes, h.status,
                    h.note, h.reason, h.transfer
                FROM hours h JOIN member m ON m.id = h.member
                WHERE h.network = $1 AND m.status <> 'erased' ORDER BY h.id
                """,
                network.id
            ) {
                try row([
                    names.thing($0.integer(0)), names.thing($0.integer(1)),
                    names.organisation($0.integer(2)), names.member($0.integer(3)),
                    Day(number: Int($0.integer(4))).iso, "\($0.integer(5))", $0.text(6),
                    $0.text(7), $0.textIfAny(8) ?? "",
                    $0.integerIfAny(9).map { names.transfer($0) } ?? "",
                ])
                return true
            }
        }
    }

    /// A guardian who is no member is named only while they act for somebody here.
    private func writeRedemptions() throws {
        try write("redemptions.csv", ImportKind.redemptions.columns) { row in
            try tx.each(
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
                network.id
            ) { found in
                let number = found.textIfAny(11)
                let somebody = found.isNull(10) ? "" : RedemptionRow.somebody
                try row([
                    names.thing(found.integer(0)), found.instant(1).rfc3339,
                    names.thing(found.integer(2)), names.organisation(found.integer(3)),
                    names.account(found.integer(4)), "\(found.integer(5))",
                    "\(found.integer(6))", "\(found.integer(7))", number ?? somebody,
                    number == nil ? found.textIfAny(12) ?? "" : "",
                    names.transfer(found.integer(8)),
                    found.integerIfAny(9).map { names.transfer($0) } ?? "",
                ])
                return true
            }
        }
    }
}
