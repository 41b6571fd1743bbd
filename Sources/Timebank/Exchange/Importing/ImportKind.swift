/// What a file to import holds, in the order in which an export is brought in.
package enum ImportKind: String, CaseIterable, Codable, Sendable {
    case network, policy, organisations, members, staff, offices, guardians, relatives
    case opportunities, offers, transfers, reversals, holds, hours, redemptions

    /// Whether its rows let people do what they could not do before.
    package var givesPowers: Bool { [.staff, .offices, .guardians].contains(self) }
}

/// Which program wrote a file to import.
package enum ImportFormat: String, CaseIterable, Codable, Sendable {
    /// Ours, and the spreadsheets people make by hand.
    case commonhour
    /// The users and transfers of TimeOverflow, without a header, and its reports of both.
    case timeoverflow
    /// Komunitin's list of payments (payer, payee, description, amount) and what it exports.
    case komunitin

    /// The kinds that this format has.
    package var kinds: [ImportKind] {
        switch self {
        case .commonhour: ImportKind.allCases
        case .timeoverflow: [.members, .transfers]
        case .komunitin: [.transfers]
        }
    }
}

extension ImportKind {
    /// The columns of a file in our own format, in the order in which we write them.
    package var columns: [String] {
        switch self {
        case .network:
            ["slug", "name", "model", "zone", "language", "contact", "last_number", "made"]
        case .policy:
            [
                "version", "credit", "mutual_limit", "ceiling", "newcomer_days",
                "newcomer_gifts", "rounding", "expiry_days", "since",
            ]
        case .organisations: ["slug", "name", "earns", "spends"]
        case .members: ["number", "name", "email", "phone", "language", "status", "joined", "card"]
        case .opportunities:
            ["id", "organisation", "title", "details", "place", "minutes", "open"]
        case .offers: ["id", "organisation", "title", "details", "adult", "child", "open"]
        case .transfers: ["id", "at", "from", "to", "minutes", "kind", "memo"]
        case .hours:
            [
                "id", "opportunity", "organisation", "member", "date", "minutes", "status", "note",
                "reason", "transfer",
            ]
        case .staff: ["organisation", "role", "member", "name", "since"]
        case .offices: ["role", "member", "name", "since"]
        case .guardians: ["guardian", "name", "ward", "since"]
        case .relatives: ["member", "other", "since"]
        case .reversals: ["id", "reverses", "reason"]
        case .holds: ["id", "account", "minutes", "expires", "state"]
        case .redemptions:
            [
                "id", "at", "offer", "organisation", "account", "adults", "children", "minutes",
                "guardian", "name", "transfer", "undone_by",
            ]
        }
    }

    /// Columns that are read where they are, and that we write only where they say something.
    package var further: [String] {
        switch self {
        case .organisations: ["open"]
        case .members: ["brought_by"]
        default: []
        }
    }

    /// The columns that a file must have; the others may be left out.
    package var required: [String] {
        switch self {
        case .network: ["name"]
        case .policy:
            ["version", "credit", "mutual_limit", "newcomer_days", "newcomer_gifts", "rounding"]
        case .organisations: ["slug", "name", "earns", "spends"]
        case .members: ["number", "name"]
        case .opportunities: ["organisation", "title"]
        case .offers: ["organisation", "title", "adult"]
        case .transfers: ["id", "at", "from", "to", "minutes", "kind"]
        case .hours: ["organisation", "member", "date", "minutes"]
        case .staff: ["organisation", "role", "member"]
        case .offices: ["role", "member"]
        case .guardians: ["guardian", "ward"]
        case .relatives: ["member", "other"]
        case .reversals: ["id", "reverses", "reason"]
        case .holds: ["account", "minutes", "expires"]
        case .redemptions:
            ["id", "at", "offer", "organisation", "account", "minutes", "transfer"]
        }
    }

    /// A row that shows how each column is filled in.
    package var example: [String] {
        switch self {
        case .network:
            [
                "fenside", "Fenside Time Credits", "credits", "Europe/London", "en",
                "Joan, Tuesdays at the library", "1000", "2026-03-01T10:30:00Z",
            ]
        case .policy: ["1", "60", "600", "", "30", "600", "1", "", "2026-03-01T10:30:00Z"]
        case .organisations: ["orchard-lane-school", "Orchard Lane School", "yes", "no"]
        case .members:
            [
                "M-17", "Ada Nowak", "ada@example.org", "07700 900123", "pl", "active",
                "2026-03-01", "",
            ]
        case .staff, .offices, .guardians, .relatives: exampleOfRoles
        case .reversals: ["2026-0002", "2026-0001", "Entered twice"]
        case .holds: ["hold-1", "member:M-17", "60", "2026-03-02T10:30:00Z", "open"]
        case .redemptions:
            [
                "r-1", "2026-03-01T19:05:00Z", "film", "riverside-cinema", "member:M-17", "1", "0",
                "60", "", "", "2026-0003", "",
            ]
        case .opportunities:
            [
                "reading-2", "orchard-lane-school", "Reading with Year 2",
                "An hour in the library corner, tea afterwards", "Orchard Lane, PE13", "60", "yes",
            ]
        case .offers:
            [
                "film", "riverside-cinema", "Film, any screen", "Monday to Thursday", "60", "30",
                "yes",
            ]
        case .transfers:
            [
                "2026-0001", "2026-03-01T10:30:00Z", "allocation:orchard-lane-school",
                "member:M-17", "90", "earn", "Reading with Year 2",
            ]
        case .hours:
            [
                "h-1", "reading-2", "orchard-lane-school", "M-17", "2026-03-01", "90", "claimed",
                "Read with six children", "", "",
            ]
        }
    }

    private var exampleOfRoles: [String] {
        let since = "2026-03-01T10:30:00Z"
        return switch self {
        case .staff: ["orchard-lane-school", "worker", "M-17", "Ada Nowak", since]
        case .offices: ["coordinator", "M-17", "Ada Nowak", since]
        case .guardians: ["M-17", "Ada Nowak", "M-18", since]
        default: ["M-17", "M-19", since]
        }
    }

    /// The header and the row that shows how it is filled in, as CSV.
    package var template: [UInt8] {
        var bytes: [UInt8] = []
        CSVWriter.append(columns, to: &bytes)
        CSVWriter.append(example, to: &bytes)
        return bytes
    }
}
