internal import Testing

/// One way to damage a store behind Commonhour's back, and what `verify` says of it first.
struct Damage: Sendable, CustomTestStringConvertible {
    let name: String
    let sql: String
    let says: String

    init(_ name: String, _ sql: String, says: String) {
        self.name = name
        self.sql = sql
        self.says = says
    }

    var testDescription: String { name }
}

extension Damage {
    static let all = transfers + links + accounts + pointers + seals + names + deeds

    private static let transfers = [
        Damage(
            "the amount of a transfer",
            "UPDATE transfer SET minutes = minutes + 1 WHERE \(gift)",
            says: "minutes after it"
        ),
        Damage(
            "an amount that cannot be moved",
            "UPDATE transfer SET minutes = 0 WHERE \(gift)",
            says: "0 minutes cannot be moved"
        ),
        Damage(
            "an amount as large as can be",
            "UPDATE transfer SET minutes = 9223372036854775807",
            says: "cannot be moved"
        ),
        Damage(
            "the kind of a transfer",
            "UPDATE transfer SET kind = 3 WHERE \(gift)",
            says: "does not lead from wallet to pot"
        ),
        Damage(
            "a kind that there is not",
            "UPDATE transfer SET kind = 99 WHERE \(gift)",
            says: "there is no such kind"
        ),
        Damage(
            "the payer of a transfer",
            "UPDATE transfer SET from_account = 5 WHERE \(gift)",
            says: "of that kind is not there"
        ),
        Damage(
            "the payee of a transfer",
            """
            UPDATE transfer SET to_account = (
                SELECT m.wallet FROM member m JOIN network n ON n.id = m.network
                WHERE n.slug = 'downham' ORDER BY m.id LIMIT 1)
            WHERE \(paid)
            """,
            says: "of that kind is not there"
        ),
        Damage(
            "a transfer back to where it came from",
            "UPDATE transfer SET to_account = from_account WHERE \(gift)",
            says: "leads back where it began"
        ),
        Damage(
            "the kind of the payee",
            "UPDATE transfer SET to_kind = 1, kind = 5 WHERE \(gift)",
            says: "of that kind is not there"
        ),
        Damage(
            "the network of a transfer",
            "UPDATE transfer SET network = (SELECT MAX(id) FROM network) WHERE \(gift)",
            says: "its balance is"
        ),
        Damage(
            "a network that there is not",
            "UPDATE transfer SET network = 5 WHERE \(gift)",
            says: "its balance is"
        ),
        Damage(
            "the journal row that a transfer names",
            "UPDATE transfer SET journal = 5 WHERE \(gift)",
            says: "its journal row is not there"
        ),
        Damage(
            "a transfer that is deleted",
            """
            DELETE FROM transfer WHERE id = (
                SELECT id FROM transfer WHERE kind = 2 ORDER BY id DESC LIMIT 1 OFFSET 1)
            """,
            says: "minutes after it"
        ),
        Damage(
            "the last transfer, deleted",
            "DELETE FROM transfer WHERE \(gift)",
            says: "its balance is"
        ),
        Damage(
            "a transfer that is inserted",
            """
            INSERT INTO transfer
            SELECT id + 1, network, kind, from_account, from_kind, to_account, to_kind, minutes,
                at, journal, reverses, from_previous, from_after, to_previous, to_after
            FROM transfer WHERE \(gift)
            """,
            says: "minutes after it"
        ),
    ]

    private static let links = [
        Damage(
            "the balance after a transfer",
            "UPDATE transfer SET from_after = from_after + 1 WHERE \(gift)",
            says: "minutes after it"
        ),
        Damage(
            "the transfer before a transfer",
            "UPDATE transfer SET to_previous = 5 WHERE \(paid)",
            says: "had another transfer before it"
        ),
        Damage(
            "a link where there is no chain",
            "UPDATE transfer SET to_after = 5 WHERE \(redeemed)",
            says: "a link where there is no chain"
        ),
        Damage(
            "what a reversal takes back",
            "UPDATE transfer SET reverses = journal WHERE \(reversal)",
            says: "does not mirror a transfer"
        ),
        Damage(
            "a reversal that names nothing",
            "UPDATE transfer SET reverses = NULL WHERE \(reversal)",
            says: "is no reversal, or the other way round"
        ),
        Damage(
            "a reversal that is not recorded",
            "DELETE FROM reversal",
            says: "is not the one recorded for"
        ),
        Damage(
            "a reversal that there was not",
            "INSERT INTO reversal SELECT MAX(id), MIN(id), network FROM transfer GROUP BY network",
            says: "is recorded as reversed, and is not"
        ),
    ]

    private static let accounts = [
        Damage(
            "the balance of an account",
            "UPDATE account SET balance = balance + 1 WHERE \(ada)",
            says: "minutes, its transfers say"
        ),
        Damage(
            "a balance as large as can be",
            "UPDATE account SET balance = 9223372036854775807, held = -5 WHERE \(ada)",
            says: "minutes, its transfers say"
        ),
        Damage(
            "what is held",
            "UPDATE account SET held = 0 WHERE \(ada)",
            says: "its open holds say 20"
        ),
        Damage(
            "a hold",
            "UPDATE hold SET minutes = 19 WHERE state = 'open'",
            says: "its open holds say 19"
        ),
        Damage(
            "a hold that is closed by hand",
            "UPDATE hold SET state = 'released'",
            says: "20 minutes are held, its open holds say 0"
        ),
        Damage(
            "the account of a hold",
            "UPDATE hold SET account = 5",
            says: "is of an account that is not there"
        ),
        Damage(
            "how low an account may go",
            "UPDATE account SET lowest = -60, floor = -60 WHERE \(ada)",
            says: "the policy says 0"
        ),
        Damage(
            "the floor of an account",
            "UPDATE account SET floor = -60 WHERE \(ada)",
            says: "its floor is -60 minutes"
        ),
        Damage(
            "a floor above the balance",
            "UPDATE account SET floor = 100000 WHERE \(ada)",
            says: "it is below its floor of 100000 minutes"
        ),
        Damage(
            "the last transfer of an account",
            "UPDATE account SET last = 5 WHERE \(ada)",
            says: "its last transfer is not the one"
        ),
        Damage(
            "the kind of an account",
            "UPDATE account SET kind = 3 WHERE \(ada)",
            says: "is of a kind that cannot stand there"
        ),
        Damage(
            "whose an account is",
            "UPDATE account SET holder = 5 WHERE \(ada)",
            says: "are confirmed, but not so paid"
        ),
        Damage(
            "an account that is deleted",
            "DELETE FROM account WHERE \(ada)",
            says: "is of an account that is not there"
        ),
        Damage(
            "a roll-up",
            "UPDATE rollup SET balance = balance + 1 WHERE balance > 0",
            says: "its roll-up says"
        ),
        Damage(
            "how far a roll-up goes",
            "UPDATE rollup SET upto = 9223372036854775807 WHERE balance > 0",
            says: "its roll-up says"
        ),
        Damage(
            "the policy of a network",
            "UPDATE network SET policy = 9 WHERE slug = 'wisbech'",
            says: "its policy is not there"
        ),
        Damage(
            "the pot of a network",
            "UPDATE network SET pot = 5 WHERE slug = 'wisbech'",
            says: "its pot is not there"
        ),
    ]

    private static let pointers = [
        Damage(
            "how long hours were",
            "UPDATE hours SET minutes = minutes + 1",
            says: "are confirmed, but not so paid"
        ),
        Damage(
            "what paid for hours",
            "UPDATE hours SET transfer = 5",
            says: "are confirmed, but not so paid"
        ),
        Damage(
            "whose hours they were",
            "UPDATE hours SET member = organisation",
            says: "are confirmed, but not so paid"
        ),
        Damage(
            "what a redemption cost",
            "UPDATE redemption SET minutes = 1",
            says: "is not paid"
        ),
        Damage(
            "what paid for a redemption",
            "UPDATE redemption SET transfer = offer",
            says: "is not paid"
        ),
        Damage(
            "what undid a redemption",
            "UPDATE redemption SET undone_by = transfer WHERE undone_by IS NOT NULL",
            says: "is undone by what is no reversal of it"
        ),
        Damage(
            "a memo of nothing",
            "UPDATE memo SET transfer = transfer + 1",
            says: "a memo is of"
        ),
        Damage(
            "a reference to nothing",
            "UPDATE reference SET transfer = 5",
            says: "a reference is"
        ),
        Damage(
            "somebody else's wallet",
            "UPDATE member SET wallet = (SELECT MIN(wallet) FROM member) WHERE name LIKE 'Bo%'",
            says: "its wallet is not there, or not its own"
        ),
        Damage(
            "a journal row that is deleted",
            "DELETE FROM journal WHERE id = (SELECT journal FROM transfer WHERE \(gift))",
            says: "its journal row is not there"
        ),
        Damage(
            "the time of a journal row",
            "UPDATE journal SET at = at + 86400000000 WHERE operation = 'wallet.give'",
            says: "is dated after its id"
        ),
    ]

    private static let seals = [
        Damage(
            "when a sealed transfer was",
            "UPDATE transfer SET at = at - 1 WHERE id = (SELECT MIN(id) FROM transfer)",
            says: "it is not dated as its journal row is"
        ),
        Damage(
            "the digest of a seal",
            "UPDATE seal SET digest = zeroblob(32) WHERE \(secondSeal)",
            says: "covers other seals over transfers than are there"
        ),
        Damage(
            "the seal before a seal",
            "UPDATE seal SET previous = zeroblob(32) WHERE \(secondSeal)",
            says: "does not follow the seal before it"
        ),
        Damage(
            "where a seal ends",
            "UPDATE seal SET last = last - 1 WHERE \(secondSeal)",
            says: "of which"
        ),
        Damage(
            "where a seal begins",
            "UPDATE seal SET first = first + 1 WHERE \(secondSeal)",
            says: "does not begin or end"
        ),
        Damage(
            "how much a seal covers",
            "UPDATE seal SET transfers = transfers + 1 WHERE \(secondSeal)",
            says: "of which"
        ),
        Damage(
            "when a seal was made",
            "UPDATE seal SET at = at + 1 WHERE \(secondSeal)",
            says: "is not signed by the key that it names"
        ),
        Damage(
            "the signature of a seal",
            "UPDATE seal SET signature = zeroblob(64) WHERE \(secondSeal)",
            says: "is not signed by the key that it names"
        ),
        Damage(
            "whose key signed",
            "UPDATE seal SET public_key = zeroblob(32) WHERE \(secondSeal)",
            says: "is signed with a key that is not known here"
        ),
        Damage(
            "a key that is forgotten",
            "DELETE FROM signer",
            says: "a key that is not known here"
        ),
        Damage(
            "the first seal, deleted",
            "DELETE FROM seal WHERE id = (SELECT MIN(id) FROM seal)",
            says: "covers other seals over transfers than are there"
        ),
        Damage(
            "everything between two seals",
            """
            DELETE FROM transfer WHERE id > (SELECT MIN(last) FROM seal)
                AND id <= (SELECT MAX(last) FROM seal)
            """,
            says: "had another transfer before it"
        ),
    ]

    // Which row: the last gift, the last hours paid, the last redemption, a reversal, and so on.
    private static let gift = "id = (SELECT MAX(id) FROM transfer WHERE kind = 6)"
    private static let paid = "id = (SELECT MAX(id) FROM transfer WHERE kind = 2)"
    private static let redeemed = "id = (SELECT MAX(id) FROM transfer WHERE kind = 3)"
    private static let reversal = "id = (SELECT MAX(id) FROM transfer WHERE kind = 19)"
    private static let ada = "id = (SELECT wallet FROM member ORDER BY id LIMIT 1)"
    private static let secondSeal = "id = (SELECT MAX(id) FROM seal)"
}
