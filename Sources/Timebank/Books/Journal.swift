package import Ledger
internal import Store

/// One row of the journal: who did what, when, for whom.
///
/// Ids and codes only, never words.
package struct JournalEntry: Sendable, Hashable {
    package let id: Int64
    /// Who did it; nobody where the command line or the background did.
    package let actor: Person.ID?
    /// The member it was done for, where that is not whoever did it.
    package let behalf: Member.ID?
    /// Which operation, such as `hours.confirm`.
    package let operation: String
    /// The ids of what it made or touched, and at the end marks, each after the id of what it is
    /// of: negative numbers that say what stands there without telling it.
    package let subjects: [Int64]
    package let at: Instant
}

extension Desk {
    /// Says at once that a row of the journal will come, where what is done first takes long; so
    /// that it is waited for, and not found too late, by whoever seals the journal.
    func openJournal() throws {
        try tx.run(
            """
            INSERT INTO journal (id, network, actor, behalf, operation, subjects, at)
            SELECT id, network, actor, behalf, operation, subjects, at FROM journal WHERE id = 0
            """
        )
    }

    /// Writes the operation's row, once and whole.
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
