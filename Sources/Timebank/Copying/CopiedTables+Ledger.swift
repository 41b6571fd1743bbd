internal import Store

extension CopiedTable {
    /// The ledger, its journal and its seals.
    static let ledger: [CopiedTable] = [
        CopiedTable(
            "account",
            "iiiiiiiiii",
            from: """
                SELECT id, network, kind, holder, balance, held, lowest, floor, last, prior
                FROM account ORDER BY id
                """,
            to: """
                INSERT INTO account (
                    id, network, kind, holder, balance, held, lowest, floor, last, prior)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """
        ),
        CopiedTable(
            "rollup",
            "iiiiii",
            from: """
                SELECT account, network, kind, holder, balance, upto FROM rollup ORDER BY account
                """,
            to: """
                INSERT INTO rollup (
                    account, network, kind, holder, balance, upto)
                VALUES ($1, $2, $3, $4, $5, $6)
                """
        ),
        CopiedTable(
            "transfer",
            "iiiiiiiiiiiiiii",
            from: """
                SELECT
                    id, network, kind, from_account, from_kind, to_account, to_kind, minutes, at,
                    journal, reverses, from_previous, from_after, to_previous, to_after
                FROM transfer ORDER BY id
                """,
            to: """
                INSERT INTO transfer (
                    id, network, kind, from_account, from_kind, to_account, to_kind, minutes, at,
                    journal, reverses, from_previous, from_after, to_previous, to_after)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
                """
        ),
        CopiedTable(
            "reversal",
            "iii",
            from: """
                SELECT transfer, reversed_by, network FROM reversal ORDER BY transfer
                """,
            to: """
                INSERT INTO reversal (transfer, reversed_by, network) VALUES ($1, $2, $3)
                """
        ),
        CopiedTable(
            "memo",
            "iit",
            from: """
                SELECT transfer, network, words FROM memo ORDER BY transfer
                """,
            to: """
                INSERT INTO memo (transfer, network, words) VALUES ($1, $2, $3)
                """
        ),
        CopiedTable(
            "reference",
            "iti",
            from: """
                SELECT network, reference, transfer FROM reference ORDER BY network, reference
                """,
            to: """
                INSERT INTO reference (network, reference, transfer) VALUES ($1, $2, $3)
                """
        ),
        CopiedTable(
            "origin",
            "itti",
            from: """
                SELECT network, kind, reference, id FROM origin ORDER BY network, kind, reference
                """,
            to: """
                INSERT INTO origin (network, kind, reference, id) VALUES ($1, $2, $3, $4)
                """
        ),
        CopiedTable(
            "mirror",
            "iti",
            from: """
                SELECT network, slug, account FROM mirror ORDER BY network, slug
                """,
            to: """
                INSERT INTO mirror (network, slug, account) VALUES ($1, $2, $3)
                """
        ),
        CopiedTable(
            "hold",
            "iiiiiti",
            from: """
                SELECT id, network, account, minutes, expires_at, state, journal
                FROM hold ORDER BY id
                """,
            to: """
                INSERT INTO hold (
                    id, network, account, minutes, expires_at, state, journal)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """
        ),
        CopiedTable(
            "journal",
            "iiiitti",
            from: """
                SELECT id, network, actor, behalf, operation, subjects, at
                FROM journal ORDER BY id
                """,
            to: """
                INSERT INTO journal (
                    id, network, actor, behalf, operation, subjects, at)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """
        ),
        CopiedTable(
            "request",
            "tiibti",
            from: """
                SELECT key, person, network, fingerprint, made, at
                FROM request ORDER BY key, person, network
                """,
            to: """
                INSERT INTO request (
                    key, person, network, fingerprint, made, at)
                VALUES ($1, $2, $3, $4, $5, $6)
                """
        ),
        CopiedTable(
            "seal",
            "iibiiibbbi",
            from: """
                SELECT
                    id, network, previous, first, last, transfers, digest, signature, public_key, at
                FROM seal ORDER BY id
                """,
            to: """
                INSERT INTO seal (
                    id, network, previous, first, last, transfers, digest, signature, public_key,
                    at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """
        ),
        CopiedTable(
            "journal_seal",
            "iibbiiibbbi",
            from: """
                SELECT
                    id, network, previous, books, first, last, entries, digest, signature,
                    public_key, at
                FROM journal_seal ORDER BY id
                """,
            to: """
                INSERT INTO journal_seal (
                    id, network, previous, books, first, last, entries, digest, signature,
                    public_key, at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                """
        ),
    ]

    /// What is done and enjoyed.
    static let work: [CopiedTable] = [
        CopiedTable(
            "opportunity",
            "iiitttiii",
            from: """
                SELECT
                    id, network, organisation, title, details, place, minutes, is_open, created_at
                FROM opportunity ORDER BY id
                """,
            to: """
                INSERT INTO opportunity (
                    id, network, organisation, title, details, place, minutes, is_open, created_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """
        ),
        CopiedTable(
            "hours",
            "iiiiiiittiiti",
            from: """
                SELECT
                    id, network, opportunity, organisation, member, minutes, day, note, status,
                    entered_by, decided_by, reason, transfer
                FROM hours ORDER BY id
                """,
            to: """
                INSERT INTO hours (
                    id, network, opportunity, organisation, member, minutes, day, note, status,
                    entered_by, decided_by, reason, transfer)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                """
        ),
        CopiedTable(
            "offer",
            "iiittiiii",
            from: """
                SELECT
                    id, network, organisation, title, details, adult, child, is_open, created_at
                FROM offer ORDER BY id
                """,
            to: """
                INSERT INTO offer (
                    id, network, organisation, title, details, adult, child, is_open, created_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """
        ),
        CopiedTable(
            "redemption",
            "iiiiiiiiiiiii",
            from: """
                SELECT
                    id, network, offer, organisation, member, adults, children, minutes, till,
                    transfer, undone_by, at, guardian
                FROM redemption ORDER BY id
                """,
            to: """
                INSERT INTO redemption (
                    id, network, offer, organisation, member, adults, children, minutes, till,
                    transfer, undone_by, at, guardian)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                """
        ),
    ]
}
