internal import Store

extension CopiedTable {
    /// Who may sign in, and how.
    static let installation: [CopiedTable] = [
        CopiedTable(
            "person",
            "ittttii",
            from: """
                SELECT id, login, name, language, password, password_at, created_at
                FROM person ORDER BY id
                """,
            to: """
                INSERT INTO person (
                    id, login, name, language, password, password_at, created_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """
        ),
        CopiedTable(
            "operator",
            "ii",
            from: """
                SELECT person, since FROM operator ORDER BY person
                """,
            to: """
                INSERT INTO operator (person, since) VALUES ($1, $2)
                """
        ),
        CopiedTable(
            "demo_sign_in",
            "i",
            from: """
                SELECT person FROM demo_sign_in ORDER BY person
                """,
            to: """
                INSERT INTO demo_sign_in (person) VALUES ($1)
                """
        ),
        CopiedTable(
            "token",
            "bitii",
            from: """
                SELECT digest, person, purpose, created_at, expires_at FROM token ORDER BY digest
                """,
            to: """
                INSERT INTO token (
                    digest, person, purpose, created_at, expires_at)
                VALUES ($1, $2, $3, $4, $5)
                """
        ),
        CopiedTable(
            "code",
            "biiiii",
            from: """
                SELECT digest, person, network, member, created_at, expires_at
                FROM code ORDER BY digest
                """,
            to: """
                INSERT INTO code (
                    digest, person, network, member, created_at, expires_at)
                VALUES ($1, $2, $3, $4, $5, $6)
                """
        ),
        CopiedTable(
            "notice",
            "iitiii",
            from: """
                SELECT id, person, kind, by_person, at, seen_at FROM notice ORDER BY id
                """,
            to: """
                INSERT INTO notice (id, person, kind, by_person, at, seen_at)
                VALUES ($1, $2, $3, $4, $5, $6)
                """
        ),
        CopiedTable(
            "attempt",
            "biii",
            from: """
                SELECT subject, failures, until, known_until FROM attempt ORDER BY subject
                """,
            to: """
                INSERT INTO attempt (
                    subject, failures, until, known_until)
                VALUES ($1, $2, $3, $4)
                """
        ),
        CopiedTable(
            "signer",
            "bi",
            from: """
                SELECT public_key, since FROM signer ORDER BY public_key
                """,
            to: """
                INSERT INTO signer (public_key, since) VALUES ($1, $2)
                """
        ),
    ]

    /// Networks, and who belongs to them.
    static let scheme: [CopiedTable] = [
        CopiedTable(
            "network",
            "itttttiiiiiii",
            from: """
                SELECT
                    id, slug, name, model, zone, language, policy, issuance, notes, pot, loss,
                    last_number, created_at
                FROM network ORDER BY id
                """,
            to: """
                INSERT INTO network (
                    id, slug, name, model, zone, language, policy, issuance, notes, pot, loss,
                    last_number, created_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                """
        ),
        CopiedTable(
            "policy",
            "iiiiiiiiii",
            from: """
                SELECT
                    network, version, credit, mutual_limit, ceiling, newcomer_days, newcomer_gifts,
                    rounding, expiry_days, since
                FROM policy ORDER BY network, version
                """,
            to: """
                INSERT INTO policy (
                    network, version, credit, mutual_limit, ceiling, newcomer_days, newcomer_gifts,
                    rounding, expiry_days, since)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """
        ),
        CopiedTable(
            "office",
            "iiti",
            from: """
                SELECT network, person, role, since FROM office ORDER BY network, person, role
                """,
            to: """
                INSERT INTO office (network, person, role, since) VALUES ($1, $2, $3, $4)
                """
        ),
        CopiedTable(
            "member",
            "iiittttttttiiii",
            from: """
                SELECT
                    id, network, person, number, folded_number, card, name, email, phone, language,
                    status, wallet, newcomer_gifts, joined_at, brought_by
                FROM member ORDER BY id
                """,
            to: """
                INSERT INTO member (
                    id, network, person, number, folded_number, card, name, email, phone, language,
                    status, wallet, newcomer_gifts, joined_at, brought_by)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
                """
        ),
        CopiedTable(
            "guardian",
            "iiii",
            from: """
                SELECT network, guardian, ward, since
                FROM guardian ORDER BY network, guardian, ward
                """,
            to: """
                INSERT INTO guardian (network, guardian, ward, since) VALUES ($1, $2, $3, $4)
                """
        ),
        CopiedTable(
            "relative",
            "iiii",
            from: """
                SELECT network, member, other, since FROM relative ORDER BY network, member, other
                """,
            to: """
                INSERT INTO relative (network, member, other, since) VALUES ($1, $2, $3, $4)
                """
        ),
        CopiedTable(
            "erasure",
            "iii",
            from: """
                SELECT member, network, at FROM erasure ORDER BY member
                """,
            to: """
                INSERT INTO erasure (member, network, at) VALUES ($1, $2, $3)
                """
        ),
        CopiedTable(
            "word",
            "iti",
            from: """
                SELECT network, word, member FROM word ORDER BY network, word, member
                """,
            to: """
                INSERT INTO word (network, word, member) VALUES ($1, $2, $3)
                """
        ),
        CopiedTable(
            "organisation",
            "iittitiiii",
            from: """
                SELECT
                    id, network, slug, name, earns, spends, is_open, allocation, takings, created_at
                FROM organisation ORDER BY id
                """,
            to: """
                INSERT INTO organisation (
                    id, network, slug, name, earns, spends, is_open, allocation, takings,
                    created_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """
        ),
        CopiedTable(
            "staff",
            "iiiti",
            from: """
                SELECT organisation, person, network, role, since
                FROM staff ORDER BY organisation, person
                """,
            to: """
                INSERT INTO staff (
                    organisation, person, network, role, since)
                VALUES ($1, $2, $3, $4, $5)
                """
        ),
        CopiedTable(
            "contact",
            "iti",
            from: """
                SELECT network, words, since FROM contact ORDER BY network
                """,
            to: """
                INSERT INTO contact (network, words, since) VALUES ($1, $2, $3)
                """
        ),
    ]
}
