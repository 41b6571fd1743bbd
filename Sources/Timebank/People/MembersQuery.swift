internal import Ledger
internal import Store

/// Lists the members of a network: all, or those whose name or number begins with the search text.
///
/// Staff who enter hours must search by at least two characters, and see only names and numbers.
/// Coordinators and operators see every member, with contacts and balances.
package struct MembersQuery: Query {
    /// Beginnings of words of a name, or of a number; empty for all members.
    package let search: String
    /// Which of the members, newest first; nil for all.
    ///
    /// A search looks among all.
    package let selection: MemberSelection?
    package let span: Span

    package static let name = "member.list"
    package static let access: Access = .coordinator || .anyStaff(.worker) || .operator
    package var subject: Subject { .network }

    /// The minimum length of a search by staff, in characters.
    package static let least = 2

    /// Creates a query for one page of members, oldest first without a selection.
    package init(search: String = "", of selection: MemberSelection? = nil, span: Span = Span()) {
        self.search = search
        self.selection = selection
        self.span = span
    }

    package func answer(at view: View) throws -> ResultPage<MemberState> {
        let seesAll = try view.grounds(for: .coordinator || .operator, in: .open) != nil
        let search = MemberSearch(search)
        guard seesAll || search.length >= Self.least else {
            throw Fields.search.refusal(.tooShort(least: Self.least))
        }
        if search.isEmpty, let selection {
            return try view.members(selection, span)
        }
        let rows = try view.tx.members(like: search, span, in: view.here.id)
        return ResultPage(rows, limit: span.limit) { $0.member.id.raw }
            .map { seesAll ? $0 : $0.veiled }
    }
}

/// A parsed search text: its first and last word, or the beginning of a number.
private struct MemberSearch {
    let first: String
    let last: String
    let number: String
    /// The number of ours for which it may stand; see ``MemberNumber/issuedForm``.
    let issued: String
    /// The length of the longest word or of the number, in characters.
    let length: Int

    init(_ text: String) {
        let words = Words.folded(text)
        first = words.first ?? ""
        last = words.last ?? ""
        let typed = MemberNumber(text)
        number = typed?.folded ?? ""
        issued = typed?.issuedForm ?? ""
        length = max(words.map(\.count).max() ?? 0, number.count)
    }

    var isEmpty: Bool { first.isEmpty && number.isEmpty }
}

/// The upper bound, exclusive, of the texts that begin with `prefix`, in byte order.
private func end(of prefix: String) -> String { prefix.isEmpty ? "" : prefix + "\u{10FFFF}" }

extension Transaction {
    fileprivate func members(
        like search: MemberSearch,
        _ span: Span,
        in network: Network.ID
    ) throws -> [MemberState] {
        guard !search.isEmpty else { return try members(span, in: network) }
        return try all(
            """
            SELECT m.id, m.person, m.number, m.card, m.name, m.email, m.phone, m.language,
                m.status, m.wallet, m.joined_at, a.balance, a.held,
                CASE WHEN p.password IS NULL THEN 0 ELSE 1 END
            FROM member m JOIN account a ON a.id = m.wallet
                LEFT JOIN person p ON p.id = m.person
            WHERE m.network = $1 AND m.id > $2 AND m.status <> 'erased' AND m.id IN (
                SELECT member FROM word
                WHERE network = $1 AND word >= $3 AND word < $4 AND member IN (
                    SELECT member FROM word WHERE network = $1 AND word >= $5 AND word < $6)
                UNION ALL
                SELECT id FROM member
                WHERE network = $1 AND folded_number >= $7 AND folded_number < $8
                UNION ALL
                SELECT id FROM member WHERE network = $1 AND folded_number = $9)
            ORDER BY m.id LIMIT $10
            """,
            network,
            span.after ?? 0,
            search.first,
            end(of: search.first),
            search.last,
            end(of: search.last),
            search.number,
            end(of: search.number),
            search.issued,
            span.limit + 1,
            as: MemberState.init
        )
    }

    private func members(_ span: Span, in network: Network.ID) throws -> [MemberState] {
        try all(
            """
            SELECT m.id, m.person, m.number, m.card, m.name, m.email, m.phone, m.language,
                m.status, m.wallet, m.joined_at, a.balance, a.held,
                CASE WHEN p.password IS NULL THEN 0 ELSE 1 END
            FROM member m JOIN account a ON a.id = m.wallet
                LEFT JOIN person p ON p.id = m.person
            WHERE m.network = $1 AND m.id > $2 AND m.status <> 'erased'
            ORDER BY m.id LIMIT $3
            """,
            network,
            span.after ?? 0,
            span.limit + 1,
            as: MemberState.init
        )
    }
}
