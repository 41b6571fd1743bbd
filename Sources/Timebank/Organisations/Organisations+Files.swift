internal import Ledger
internal import Store

extension FileKind {
    /// The file `organisations.csv`.
    ///
    /// The column `open` is written only where an organisation is closed, so that programs which
    /// read exactly the first four columns keep working until then.
    package static let organisations = FileKind(
        "organisations",
        after: ["policy"],
        [
            .required(Organisation.Fields.slug, example: "orchard-lane-school"),
            .required(Organisation.Fields.name, example: "Orchard Lane School"),
            .required(Organisation.Fields.earns, example: "yes"),
            .required(Organisation.Fields.spends, example: "no"),
            .further(
                "open",
                "only where one is closed: whether it takes part, yes or no",
                "yes",
                where: "SELECT 1 FROM organisation WHERE network = $1 AND is_open = 0 LIMIT 1"
            ),
        ],
        reading: .rows(of: OrganisationRow.self),
        writing: FileWriting(
            """
            SELECT slug, name, earns, spends, is_open FROM organisation
            WHERE network = $1 ORDER BY id
            """
        ) { row, _ in
            [row.text(0), row.text(1), row.flag(2).cell, row.text(3), row.flag(4).cell]
        }
    )

    /// The file `staff.csv`: the roles at organisations.
    ///
    /// A holder who is a member is identified by membership number, others by name. Logins are not
    /// exported, because they belong to the installation and not to the network.
    package static let staff = FileKind(
        "staff",
        after: ["organisations", "members"],
        grantsRoles: true,
        [
            .required("organisation", "its short name", "orchard-lane-school"),
            .required(AppointStaff.Fields.role, example: "worker"),
            .required(
                "member",
                "whose role it is: their number; empty for one who is no member",
                "M-17"
            ),
            .optional("name", "what they are called", "Ada Nowak"),
            .optional("since", "from when on", "2026-03-01T10:30:00Z"),
        ],
        reading: .rows(of: StaffRow.self),
        writing: FileWriting(
            """
            SELECT s.organisation, s.role, m.number, COALESCE(m.name, p.name), s.since
            FROM staff s JOIN person p ON p.id = s.person
                LEFT JOIN member m ON m.person = s.person AND m.network = s.network
            WHERE s.network = $1
            ORDER BY s.since, s.organisation, COALESCE(m.name, p.name), s.person
            """
        ) { row, names in
            [
                names.organisation(row.integer(0)), row.text(1), row.textIfAny(2) ?? "",
                row.text(3), row.instant(4).rfc3339,
            ]
        }
    )
}
