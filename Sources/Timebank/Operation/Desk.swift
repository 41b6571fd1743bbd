package import Ledger
package import Store

/// The context of a query: a snapshot, the actor, the time and the network.
package struct View {
    package let tx: Transaction
    package let actor: Actor
    package let now: Instant
    /// The network of the request; nil for a request about the whole installation.
    package let network: Network?

    /// A view of a snapshot.
    package init(tx: Transaction, actor: Actor, now: Instant, network: Network?) {
        self.tx = tx
        self.actor = actor
        self.now = now
        self.network = network
    }

    /// The network of the request.
    ///
    /// - Throws: ``AccessRefusal/notFound`` where the request names none.
    package var here: Network {
        get throws {
            guard let network else { throw AccessRefusal.notFound }
            return network
        }
    }

    /// Throws `refusal` when the member counts as the actor's own.
    ///
    /// The actor's own are their member, their wards and their declared relatives; nobody may, for
    /// example, confirm hours for their own.
    package func refuseOwn(_ member: Member.ID, _ refusal: any Refusal) throws {
        guard let person = actor.person else { return }
        if try tx.isOwn(member, to: person, in: here.id) { throw refusal }
    }
}

/// The context of an operation: its transaction, the actor, and the sources of ids and randomness.
///
/// It also collects what the journal will record about the operation. It belongs to one transaction
/// and is not thread-safe.
package final class Desk {
    package private(set) var view: View
    /// The id of the journal row that this operation writes.
    package let journal: Int64
    /// The member on whose behalf the actor acts; nil when they act for themselves.
    package internal(set) var behalf: Member.ID?
    private(set) var subjects: [Int64] = []
    /// Whether created ids are listed in the journal row; false for imports, which create very
    /// many.
    private var notesWhatIsMade = true
    /// The marks that are still to be written to the journal.
    var marks = DeskMarks()
    private let source: IDSource
    /// The random source for codes and card numbers.
    package let dice: Dice
    /// The tables of the store, and which of them carry marks.
    let scheme: Scheme

    init(view: View, source: IDSource, dice: Dice, scheme: Scheme) {
        self.view = view
        self.source = source
        self.dice = dice
        self.scheme = scheme
        journal = source.next(at: view.now)
    }

    /// Creates a context in the same transaction for another actor, time and network.
    func seat(as actor: Actor, at moment: Instant, in network: Network?) -> Desk {
        Desk(
            view: View(tx: tx, actor: actor, now: moment, network: network),
            source: source,
            dice: dice,
            scheme: scheme
        )
    }

    /// The transaction of the operation.
    package var tx: Transaction { view.tx }
    /// The time of the operation.
    package var now: Instant { view.now }
    /// The actor who performs the operation.
    package var actor: Actor { view.actor }

    /// The network of the request.
    ///
    /// - Throws: ``AccessRefusal/notFound`` where the request names none.
    package var here: Network { get throws { try view.here } }

    /// Continues in a network that the operation itself has just created.
    func enter(_ network: Network) {
        view = View(tx: view.tx, actor: view.actor, now: view.now, network: network)
    }

    /// Draws the id of a new row, and lists it in the journal.
    package func newID<Of>(_ of: Of.Type = Of.self) -> ID<Of> {
        let id = ID<Of>(raw: source.next(at: now))
        note(id)
        return id
    }

    /// Lists in the journal a row that was created with an id from ``unlistedID()``.
    func note<Of>(_ id: ID<Of>) { if notesWhatIsMade { subjects.append(id.raw) } }

    /// Stops listing created rows in the journal; only ids passed to ``touch(_:)`` are still
    /// listed.
    ///
    /// Marks then go to journal rows of their own.
    func stopListingCreatedRows() {
        notesWhatIsMade = false
        marks.areApart = true
    }

    /// Draws an id without listing it in the journal.
    func unlistedID() -> Int64 { source.next(at: now) }

    /// Draws an unlisted id larger than `other`, which another server may have drawn.
    func unlistedID(after other: Int64) -> Int64 { source.next(at: now, after: other) }

    /// Lists in the journal a row that the operation changed or acted on.
    package func touch<Of>(_ id: ID<Of>) { subjects.append(id.raw) }

    /// Lists a code in the journal, such as that of a granted role; codes are smaller than any id.
    func noteForJournal(_ code: Int64) { subjects.append(code) }
}
