internal import Ledger
internal import Store
internal import Timebank

/// What a demo looks like from outside, in the figures of the study.
struct Shape: Sendable {
    let members: Int64
    let earnPartners: Int64
    let topTwo: Double
    let topTwoNames: Set<String>
    let communityShare: Double
    let neverSpent: Double
    let hoursEarned: Int64
    let redeemedShare: Double
    let sum: Int64
    let lowest: Int64
    let median: Int64
    let largest: Int64
    let languages: Set<String>
    let withoutEmail: Int64
    let gone: Int64
    let waiting: Int64
    let refused: Int64
    let undone: Int64
    let reversals: Int64
    let gifts: Int64
    let exchanges: Int64
    let donations: Int64

    init(_ tx: Transaction) throws {
        func count(_ sql: SQLText) throws -> Int64 {
            try tx.first(sql, as: { $0.integer(0) }) ?? -1
        }
        members = try count("SELECT COUNT(*) FROM member")
        earnPartners = try count("SELECT COUNT(*) FROM organisation WHERE earns = 1")
        let earned = try count("SELECT CAST(SUM(minutes) AS BIGINT) FROM transfer WHERE kind = 2")
        let spending = try Spending(tx)
        topTwo = spending.share { spending.tills.prefix(2).map(\.slug).contains($0.slug) }
        topTwoNames = Set(spending.tills.prefix(2).map(\.slug))
        communityShare = spending.share { $0.spends == "community" }
        hoursEarned = earned / 60
        redeemedShare = Double(spending.minutes) / Double(earned)
        let earners = try count("SELECT COUNT(DISTINCT to_account) FROM transfer WHERE kind = 2")
        let kept = try count(
            """
            SELECT COUNT(DISTINCT to_account) FROM transfer WHERE kind = 2
                AND to_account NOT IN (SELECT from_account FROM transfer WHERE kind IN (3, 4))
            """
        )
        neverSpent = Double(kept) / Double(earners)
        sum = try count(
            """
            SELECT CAST(SUM(balance) AS BIGINT) + (
                SELECT CAST(SUM(CASE WHEN to_after IS NULL THEN minutes ELSE 0 END)
                    - SUM(CASE WHEN from_after IS NULL THEN minutes ELSE 0 END) AS BIGINT)
                FROM transfer)
            FROM account
            """
        )
        let balances = try tx.all(
            "SELECT balance FROM account WHERE kind = 1 ORDER BY balance",
            as: { $0.integer(0) }
        )
        lowest = balances.first ?? -1
        median = balances[balances.count / 2]
        largest = balances.last ?? -1
        languages = Set(try tx.all("SELECT language FROM member", as: { $0.text(0) }))
        withoutEmail = try count("SELECT COUNT(*) FROM member WHERE email IS NULL")
        gone = try count("SELECT COUNT(*) FROM member WHERE status IN ('left', 'paused')")
        waiting = try count("SELECT COUNT(*) FROM hours WHERE status = 'claimed'")
        refused = try count("SELECT COUNT(*) FROM hours WHERE status = 'refused'")
        undone = try count("SELECT COUNT(*) FROM redemption WHERE undone_by IS NOT NULL")
        reversals = try count("SELECT COUNT(*) FROM reversal")
        gifts = try count("SELECT COUNT(*) FROM transfer WHERE kind = 5")
        exchanges = try count("SELECT COUNT(*) FROM transfer WHERE kind = 4")
        donations = try count("SELECT COUNT(*) FROM transfer WHERE kind = 6")
    }
}

/// What was spent where, the most first.
private struct Spending {
    let tills: [(slug: String, spends: String, minutes: Int64)]
    var minutes: Int64 { tills.reduce(0) { $0 + $1.minutes } }

    init(_ tx: Transaction) throws {
        tills = try tx.all(
            """
            SELECT o.slug, o.spends, CAST(SUM(t.minutes) AS BIGINT)
            FROM transfer t JOIN organisation o ON o.takings = t.to_account
            WHERE t.kind = 3 GROUP BY o.slug, o.spends ORDER BY 3 DESC
            """
        ) { ($0.text(0), $0.text(1), $0.integer(2)) }
    }

    /// The part of all spending that these tills have.
    func share(_ which: ((slug: String, spends: String, minutes: Int64)) -> Bool) -> Double {
        let part = tills.filter(which).reduce(0) { $0 + $1.minutes }
        return Double(part) / Double(max(minutes, 1))
    }
}

/// Somebody whose sign-in was printed, or the guardian's ward.
struct Printed: Sendable {
    let isMember: Bool
    let status: String
    let joined: Instant
    let minutes: Int64
    let held: Int64
}

extension Transaction {
    /// Everything that a demo's seed decides, a line each.
    func history() throws -> [String] {
        let transfers = try all(
            """
            SELECT t.kind, t.minutes, t.at, COALESCE(f.number, ''), COALESCE(o.number, ''),
                COALESCE(t.from_after, 0), COALESCE(t.to_after, 0), COALESCE(w.words, '')
            FROM transfer t
            LEFT JOIN member f ON f.wallet = t.from_account
            LEFT JOIN member o ON o.wallet = t.to_account
            LEFT JOIN memo w ON w.transfer = t.id
            ORDER BY t.id
            """
        ) { row in
            (0..<3).map { "\(row.integer($0))" }.joined(separator: " ")
                + " \(row.text(3)) \(row.text(4)) \(row.integer(5)) \(row.integer(6))"
                + " \(row.text(7))"
        }
        let members = try all(
            """
            SELECT number, name, language, status, joined_at, COALESCE(email, ''),
                COALESCE(phone, '')
            FROM member ORDER BY id
            """
        ) { row in
            "\(row.text(0)) \(row.text(1)) \(row.text(2)) \(row.text(3)) \(row.integer(4))"
                + " \(row.text(5)) \(row.text(6))"
        }
        let hours = try all(
            """
            SELECT m.number, h.minutes, h.day, h.status, h.note, COALESCE(h.reason, '')
            FROM hours h JOIN member m ON m.id = h.member ORDER BY h.id
            """
        ) { row in
            "\(row.text(0)) \(row.integer(1)) \(row.integer(2)) \(row.text(3)) \(row.text(4))"
                + " \(row.text(5))"
        }
        let journal = try all("SELECT operation, at FROM journal ORDER BY id") {
            // The row of the demo itself is of now.
            $0.text(0) == MakeDemo.name ? $0.text(0) : "\($0.text(0)) \($0.integer(1))"
        }
        return transfers + members + hours + journal
    }

    /// How many people have a password.
    func passwords() throws -> Int {
        try first("SELECT COUNT(password) FROM person", as: { Int($0.integer(0)) }) ?? -1
    }

    /// Whoever can sign in, and whom they act for.
    func printed() throws -> [Printed] {
        try all(
            """
            SELECT d.person, m.status, m.joined_at, a.balance, a.held
            FROM demo_sign_in d
            LEFT JOIN guardian g ON g.guardian = d.person
            LEFT JOIN member m ON m.person = d.person OR m.id = g.ward
            LEFT JOIN account a ON a.id = m.wallet
            """
        ) {
            Printed(
                isMember: !$0.isNull(1),
                status: $0.textIfAny(1) ?? "",
                joined: $0.instant(2),
                minutes: $0.integer(3),
                held: $0.integer(4)
            )
        }
    }
}
