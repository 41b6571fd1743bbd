package import Ledger
internal import Store

/// A row of the journal: who did what, when, for whom.
///
/// It has only ids and codes, and no text that somebody wrote.
package struct JournalEntry: Sendable, Hashable {
    package let id: Int64
    /// The person who did it; nil for the command line and background jobs.
    package let actor: Person.ID?
    /// The member on whose behalf it was done; nil where the actor did it for themselves.
    package let behalf: Member.ID?
    /// The name of the operation, such as `hours.confirm`.
    package let operation: String
    /// The ids of what it created or changed, then its marks, which are negative.
    ///
    /// A mark is a digest of a row's columns; it stands after the id of that row.
    package let subjects: [Int64]
    package let at: Instant
}

extension Desk {
    /// Announces that this transaction will write to the journal, before work that takes long.
    ///
    /// The statement inserts nothing, but takes the write lock on the table, and on PostgreSQL the
    /// horizon waits for transactions that hold it. Otherwise the horizon could pass the id of the
    /// row first; the row would then be refused, and all the work run again.
    func openJournal() throws {
        try tx.run(
            """
            INSERT INTO journal (id, network, actor, behalf, operation, subjects, at)
            SELECT id, network, actor, behalf, operation, subjects, at FROM journal WHERE id = 0
            """
        )
    }

    /// Writes the operation's journal row; called once, at the end of the operation.
    func record(_ operation: String) throws {
        let all = marks.isEmpty ? subjects : try subjects + markList()
        try record(operation, as: journal, behalf: behalf, all)
    }

    /// Writes a row of the journal.
    func record(
        _ operation: String,
        as id: Int64,
        behalf: Member.ID?,
        _ subjects: [Int64]
    ) throws {
        try tx.run(
            """
            INSERT INTO journal (id, network, actor, behalf, operation, subjects, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            id,
            view.network?.id,
            actor.person,
            behalf,
            operation,
            idList(subjects),
            now
        )
    }
}
