internal import Testing

extension Damage {
    /// Rows that name somebody or something that is not there, or that is another network's.
    static let names = people + things + roles + loose

    private static let people = [
        Damage(
            "who stood at the till",
            "UPDATE redemption SET till = 5",
            says: "person 0000000000005 is not there"
        ),
        Damage(
            "the guardian at the till",
            "UPDATE redemption SET guardian = 5",
            says: "person 0000000000005 is not there"
        ),
        Damage(
            "who entered hours",
            "UPDATE hours SET entered_by = 5",
            says: "person 0000000000005 is not there"
        ),
        Damage(
            "who refused hours",
            "UPDATE hours SET decided_by = 5 WHERE status = 'refused'",
            says: "person 0000000000005 is not there"
        ),
        Damage(
            "who did something",
            "UPDATE journal SET actor = 5 WHERE operation = 'wallet.give'",
            says: "person 0000000000005 is not there"
        ),
        Damage(
            "for whom something was done",
            "UPDATE journal SET behalf = 5 WHERE operation = 'wallet.give'",
            says: "member 0000000000005 is not there"
        ),
        Damage(
            "for whom in another network",
            """
            UPDATE journal SET behalf = (
                SELECT m.id FROM member m JOIN network n ON n.id = m.network
                WHERE n.slug = 'downham' ORDER BY m.id LIMIT 1)
            WHERE operation = 'wallet.give'
            """,
            says: "is not there"
        ),
        Damage("who signs in", "UPDATE token SET person = 5", says: "a sign-in: person"),
        Damage(
            "a person that is deleted",
            "DELETE FROM person WHERE id = (SELECT till FROM redemption LIMIT 1)",
            says: "is not there"
        ),
        Damage(
            "who signs in as a member",
            "UPDATE member SET person = 5 WHERE name LIKE 'Bo%' AND network = \(wisbech)",
            says: "a member: person 0000000000005 is not there"
        ),
    ]

    private static let things = [
        Damage(
            "what a redemption was for",
            "UPDATE redemption SET offer = 5",
            says: "offer 0000000000005 is not there"
        ),
        Damage(
            "what hours were given to",
            "UPDATE hours SET opportunity = 5",
            says: "opportunity 0000000000005 is not there"
        ),
        Damage(
            "whose hours were refused",
            "UPDATE hours SET member = 5 WHERE status = 'refused'",
            says: "member 0000000000005 is not there"
        ),
        Damage(
            "whose an opportunity is",
            "UPDATE opportunity SET organisation = 5",
            says: "are of another organisation than their opportunity"
        ),
        Damage(
            "whose an offer is",
            "UPDATE offer SET organisation = 5",
            says: "is of another organisation than its offer"
        ),
        Damage(
            "what was brought in under a reference",
            "INSERT INTO origin SELECT network, 'offer', 'x', 5 FROM offer LIMIT 1",
            says: "a reference: offer 0000000000005 is not there"
        ),
        Damage(
            "which hours were brought in",
            "INSERT INTO origin SELECT network, 'hours', 'x', 5 FROM offer LIMIT 1",
            says: "a reference: hours 0000000000005 is not there"
        ),
        Damage(
            "the journal row of a hold",
            "UPDATE hold SET journal = 5",
            says: "its journal row is not there"
        ),
        Damage(
            "the account of a hold that is over",
            "INSERT INTO hold SELECT id + 1, network, 5, 1, 0, 'released', journal FROM hold",
            says: "is of an account that is not there"
        ),
    ]

    private static let roles = [
        Damage(
            "who coordinates",
            "UPDATE office SET person = 5 WHERE role = 'coordinator'",
            says: "an office: person 0000000000005 is not there"
        ),
        Damage(
            "where somebody works",
            "UPDATE staff SET organisation = 5 WHERE role = 'lead'",
            says: "a role at an organisation: organisation 0000000000005 is not there"
        ),
        Damage(
            "for whom somebody acts",
            "UPDATE guardian SET ward = 5",
            says: "a guardianship: member 0000000000005 is not there"
        ),
        Damage(
            "who acts for somebody",
            "UPDATE guardian SET guardian = 5",
            says: "a guardianship: person 0000000000005 is not there"
        ),
        Damage(
            "whose relative somebody is",
            "INSERT INTO relative SELECT network, id, 5, 0 FROM member LIMIT 1",
            says: "a pair of relatives: member 0000000000005 is not there"
        ),
    ]

    private static let loose = [
        Damage(
            "who was erased",
            "INSERT INTO erasure SELECT 5, id, 0 FROM network LIMIT 1",
            says: "an erasure: member 0000000000005 is not there"
        ),
        Damage(
            "whom a word finds",
            "UPDATE word SET member = 5 WHERE word = 'nowak'",
            says: "a word to search by: member 0000000000005 is not there"
        ),
        Damage(
            "for whom a code is",
            "INSERT INTO code SELECT zeroblob(1), NULL, network, 5, 0, 1 FROM member LIMIT 1",
            says: "a code: member 0000000000005 is not there"
        ),
        Damage(
            "whose request is remembered",
            "INSERT INTO request SELECT 'k', 5, id, zeroblob(1), '', 0 FROM network LIMIT 1",
            says: "a remembered request: person 0000000000005 is not there"
        ),
        Damage(
            "rules of no network",
            "INSERT INTO policy SELECT 5, version, credit, mutual_limit, ceiling, newcomer_days,"
                + " newcomer_gifts, rounding, expiry_days, since FROM policy LIMIT 1",
            says: "rules is of no network"
        ),
        Damage(
            "an account of nobody's",
            """
            INSERT INTO account (id, network, kind, holder, balance, held, lowest, floor)
            SELECT id + 1, network, 1, holder, 0, 0, 0, 0 FROM account
            WHERE network = \(wisbech) AND kind = 1 ORDER BY id DESC LIMIT 1
            """,
            says: "is nobody's"
        ),
    ]

    private static let wisbech = "(SELECT id FROM network WHERE slug = 'wisbech')"
}
