// What the journal says was done, and somebody undid or did behind its back.
extension Damage {
    static let deeds = [
        Damage(
            "confirmed hours that wait again",
            """
            UPDATE hours SET status = 'claimed', transfer = NULL, decided_by = NULL
            WHERE id = (SELECT MAX(id) FROM hours)
            """,
            says: "not in the state that the journal says"
        ),
        Damage(
            "refused hours that wait again",
            """
            UPDATE hours SET status = 'claimed', reason = NULL, decided_by = NULL WHERE \(refused)
            """,
            says: "not in the state that the journal says"
        ),
        Damage(
            "who refused hours",
            "UPDATE hours SET decided_by = (SELECT MIN(person) FROM office) WHERE \(refused)",
            says: "not in the state that the journal says"
        ),
        Damage(
            "hours that are deleted",
            "DELETE FROM hours WHERE \(refused)",
            says: "the journal says that they were recorded, and they are not there"
        ),
        Damage(
            "hours that nobody claimed",
            """
            INSERT INTO hours (id, network, opportunity, organisation, member, minutes, day, note,
                status, entered_by)
            SELECT id + 1, network, opportunity, organisation, member, minutes, day, '',
                'claimed', entered_by
            FROM hours WHERE \(refused)
            """,
            says: "nobody recorded them, as far as the journal says"
        ),
        Damage(
            "the day of hours that are paid",
            "UPDATE hours SET day = day - 1 WHERE id = (SELECT MAX(id) FROM hours)",
            says: "are paid for another day"
        ),
        Damage(
            "when a transfer was that is not sealed",
            """
            UPDATE transfer SET at = at - 17280000000000
            WHERE id = (SELECT MAX(id) FROM transfer WHERE kind = 6)
            """,
            says: "it is not dated as its journal row is"
        ),
        Damage(
            "a redemption that was undone",
            "UPDATE redemption SET undone_by = NULL WHERE undone_by IS NOT NULL",
            says: "is not undone, but its transfer was taken back"
        ),
        Damage(
            "how many came to the cinema",
            "UPDATE redemption SET adults = adults + 1 WHERE id = (SELECT MAX(id) FROM redemption)",
            says: "its offer asks 120"
        ),
        Damage(
            "the till that took a redemption",
            "UPDATE redemption SET till = guardian.guardian FROM guardian",
            says: "not in the state that the journal says"
        ),
        Damage(
            "an operator whom nobody made",
            "INSERT INTO operator SELECT MIN(person), 0 FROM member",
            says: "the journal does not say who made them so"
        ),
        Damage(
            "a coordinator whom nobody appointed",
            "UPDATE office SET role = 'coordinator' WHERE role = 'funder' AND since > 0",
            says: "the journal does not say who made them so"
        ),
        Damage(
            "where somebody works",
            """
            UPDATE staff SET organisation = (SELECT MAX(id) FROM organisation
                WHERE organisation.network = staff.network) WHERE role = 'worker'
            """,
            says: "the journal does not say who made them so"
        ),
    ]

    private static let refused = "id = (SELECT MAX(id) FROM hours WHERE status = 'refused')"
}
