extension ExportWriting {
    /// Writes what each column of each file means, and how to bring the files in again.
    func writeDictionary() throws {
        try write("dictionary.csv", ["file", "column", "meaning"]) { row in
            for (file, columns) in Self.meanings {
                for (column, meaning) in columns { try row([file, column, meaning]) }
            }
        }
        try write("README.txt", text: Self.readme)
    }

    private static let readme = """
        These files are all that one network of Commonhour owns, in the order in which it was
        recorded. What each column means stands in dictionary.csv.

        They are CSV: UTF-8, commas, quotation marks where needed. A cell that begins with
        = + - @, a tab or a return has an apostrophe before it, so that no spreadsheet takes it
        for a formula; the import takes it off again. Amounts are whole minutes.

        There are no passwords, sign-in codes or note secrets in them. There are people's names
        and addresses: keep the folder where nobody else can read it.

        To bring the network in elsewhere, make an empty one and import in this order; the
        journal and the seals stay behind, for they are the record of the server that kept it:


        """
        + ImportKind.allCases.map { kind in
            "  commonhour import --network SLUG --kind \(kind.rawValue) \(kind.rawValue).csv\n"
        }.joined() + """

            Nobody can sign in there yet: hand over a code to each who should. Whoever has a role
            and is no member of the network comes as a name, without a way to sign in.

            """

    private typealias Meaning = (String, String)

    private static let meanings: [(String, [Meaning])] = [
        ("network.csv", network), ("policy.csv", policy), ("organisations.csv", organisations),
        ("members.csv", members), ("staff.csv", staff), ("offices.csv", offices),
        ("guardians.csv", guardians), ("relatives.csv", relatives),
        ("opportunities.csv", opportunities), ("offers.csv", offers), ("hours.csv", hours),
        ("redemptions.csv", redemptions), ("transfers.csv", transfers),
        ("reversals.csv", reversals), ("holds.csv", holds), ("journal.csv", journal),
        ("seals.csv", seals), ("journal_seals.csv", journalSeals),
    ]

    private static let network: [Meaning] = [
        ("slug", "its short name in addresses"), ("name", "its name"),
        ("model", "credits (issued to organisations) or mutual (members may go below zero)"),
        ("zone", "its time zone"), ("language", "its language"),
        ("contact", "whom to ask for help, as people read it"),
        ("last_number", "the last membership number it has given"), ("made", "when it was made"),
    ]

    private static let policy: [Meaning] = [
        ("version", "counted from 1; the last one holds now"),
        ("credit", "minutes of one credit"),
        ("mutual_limit", "minutes that a wallet may go below zero in a mutual network"),
        ("ceiling", "the most minutes that a wallet may hold; empty for no limit"),
        ("newcomer_days", "for how many days a member is new"),
        ("newcomer_gifts", "minutes that a member may give away while new"),
        ("rounding", "confirmed hours are rounded to this many minutes"),
        ("expiry_days", "a rule of older versions that nothing follows; left out by an import"),
        ("since", "from when on"),
    ]

    private static let organisations: [Meaning] = [
        ("slug", "its short name"), ("name", "its name"),
        ("earns", "whether people earn there: yes or no"),
        ("spends", "whether credits are accepted: no, community or corporate"),
        ("open", "only where one is closed: whether it takes part, yes or no"),
    ]

    private static let members: [Meaning] = [
        ("number", "membership number"), ("name", "name"), ("email", "e-mail address, if any"),
        ("phone", "telephone number, if any"), ("language", "the language to speak to them"),
        ("status", "active, paused or left"), ("joined", "when they joined"),
        ("card", "what their card says"),
        ("brought_by", "the organisation that brought them in, where one did"),
    ]

    private static let staff: [Meaning] = [
        ("organisation", "its short name"), ("role", "lead, worker or till"),
        ("member", "whose role it is: their number; empty for one who is no member"),
        ("name", "what they are called"), ("since", "from when on"),
    ]

    private static let offices: [Meaning] = [
        ("role", "coordinator or funder"),
        ("member", "whose office it is: their number; empty for one who is no member"),
        ("name", "what they are called"), ("since", "from when on"),
    ]

    private static let guardians: [Meaning] = [
        ("guardian", "who acts for somebody: their number; empty for one who is no member"),
        ("name", "what the guardian is called"),
        ("ward", "the number of the member they act for"), ("since", "from when on"),
    ]

    private static let relatives: [Meaning] = [
        ("member", "a member's number"), ("other", "the number of their declared relative"),
        ("since", "from when on"),
    ]
}

extension ExportWriting {
    private static let opportunities: [Meaning] = [
        ("id", "its id"), ("organisation", "short name of who offers it"), ("title", "what to do"),
        ("details", "more about it"), ("place", "where"),
        ("minutes", "how long it usually takes"), ("open", "whether it is on: yes or no"),
    ]

    private static let offers: [Meaning] = [
        ("id", "its id"), ("organisation", "short name of who offers it"),
        ("title", "what to enjoy"), ("details", "more about it"),
        ("adult", "minutes for one adult"),
        ("child", "minutes for one child; empty where children do not come"),
        ("open", "whether it is on: yes or no"),
    ]

    private static let hours: [Meaning] = [
        ("id", "their id"), ("opportunity", "what was done: an id of opportunities.csv"),
        ("organisation", "short name of where"), ("member", "number of who gave them"),
        ("date", "the day"), ("minutes", "how long"),
        ("status", "claimed, confirmed or refused"), ("note", "what the member wrote"),
        ("reason", "why they were refused"),
        ("transfer", "the transfer that paid for them: an id of transfers.csv"),
    ]

    private static let redemptions: [Meaning] = [
        ("id", "its id"), ("at", "when"), ("offer", "what for: an id of offers.csv"),
        ("organisation", "short name of where"), ("account", "whose wallet"),
        ("adults", "how many adults"), ("children", "how many children"),
        ("minutes", "what it came to"),
        (
            "guardian",
            "number of who was there for the member, or ? for one who is no member; empty where "
                + "the member was"
        ),
        ("name", "what a guardian is called who is no member but acts for somebody here still"),
        ("transfer", "the transfer that paid for it: an id of transfers.csv"),
        ("undone_by", "the reversal that undid it"),
    ]

    private static let transfers: [Meaning] = [
        ("id", "its id, or the one it had where it was brought in from"),
        ("at", "when it happened"),
        (
            "from",
            "issuance, pot, notes, loss, member:NUMBER, allocation:SLUG, takings:SLUG, "
                + "mirror:SLUG, or wallet:ID where the member was erased"
        ),
        ("to", "as from"), ("minutes", "how many"), ("kind", "why minutes moved"),
        ("memo", "words that came with it; for a reversal the id of what it takes back"),
    ]

    private static let reversals: [Meaning] = [
        ("id", "the reversal: an id of transfers.csv"), ("reverses", "what it takes back"),
        ("reason", "why"),
    ]

    private static let holds: [Meaning] = [
        ("id", "its id"), ("account", "whose minutes are reserved"), ("minutes", "how many"),
        ("expires", "until when"), ("state", "open, posted or released"),
    ]

    private static let journal: [Meaning] = [
        ("id", "its id"), ("at", "when"), ("actor", "the person who did it, by an id"),
        ("behalf", "number of the member it was done for"), ("operation", "what was done"),
        ("subjects", "ids and codes of what it made or touched; no words"),
    ]

    private static let seals: [Meaning] = [
        ("id", "its id"), ("at", "when"), ("previous", "digest of the seal before it"),
        ("first", "first transfer it names"), ("last", "last transfer it names"),
        ("transfers", "how many it names"), ("digest", "SHA-256, in hexadecimal"),
        ("signature", "Ed25519, in hexadecimal"), ("public_key", "the key to check it with"),
    ]

    private static let journalSeals: [Meaning] = [
        ("id", "its id"), ("at", "when"), ("previous", "digest of the journal seal before it"),
        ("books", "digest of the last seal over transfers when it was made"),
        ("first", "first row of the journal it names"), ("last", "the last one"),
        ("entries", "how many it names"), ("digest", "SHA-256, in hexadecimal"),
        ("signature", "Ed25519, in hexadecimal"), ("public_key", "the key to check it with"),
    ]
}
