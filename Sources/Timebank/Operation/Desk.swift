package import Ledger
package import Store

/// What a query looks at: one snapshot, who asks, and in which network.
package struct View {
    package let tx: Transaction
    package let actor: Actor
    package let now: Instant
    /// The network that is spoken of; none where the installation is.
    package let network: Network?

    /// A view of a snapshot.
    package init(tx: Transaction, actor: Actor, now: Instant, network: Network?) {
        self.tx = tx
        self.actor = actor
        self.now = now
        self.network = network
    }

    /// The network that is spoken of.
    ///
    /// - Throws: ``AccessRefusal/notFound`` where none is.
    package var here: Network {
        get throws {
            guard let network else { throw AccessRefusal.notFound }
            return network
        }
    }

    /// Refuses with `refusal` what somebody does for their own good: to or from a wallet that is
    /// theirs, their ward's or a declared relative's.
    package func refuseOwn(_ member: Member.ID, _ refusal: any Refusal) throws {
        guard let person = actor.person else { return }
        if try tx.isOwn(member, to: person, in: here.id) { throw refusal }
    }
}

/// Where an operation is done: its transaction, who does it, and what it draws.
package final class Desk {
    package private(set) var view: View
    /// The row that the journal will have of this operation.
    package let journal: Int64
    /// For whom the actor acts, where it is not for themselves.
    package internal(set) var behalf: Member.ID?
    private(set) var subjects: [Int64] = []
    /// Whether what is made is noted for the journal; not where it would name a million things.
    private var notesWhatIsMade = true
    /// What has still to be marked in the journal.
    var marks = DeskMarks()
    private let source: IDSource
    /// Where codes and cards come from.
    package let dice: Dice
    /// What the store holds.
    let scheme: Scheme

    init(view: View, source: IDSource, dice: Dice, scheme: Scheme) {
        self.view = view
        self.source = source
        self.dice = dice
        self.scheme = scheme
        journal = source.next(at: view.now)
    }

    /// A desk in the same transaction where somebody else does something at another moment.
    func seat(as actor: Actor, at moment: Instant, in network: Network?) -> Desk {
        Desk(
            view: View(tx: tx, actor: actor, now: moment, network: network),
            source: source,
            dice: dice,
            scheme: scheme
        )
    }

    /// The transaction in which all of it happens.
    package var tx: Transaction { view.tx }
    /// The moment at which it happens.
    package var now: Instant { view.now }
    /// Who does it.
    package var actor: Actor { view.actor }

    /// The network that is spoken of.
    ///
    /// - Throws: ``AccessRefusal/notFound`` where none is.
    package var here: Network { get throws { try view.here } }

    /// Goes on in a network that the operation itself has just made.
    func enter(_ network: Network) {
        view = View(tx: view.tx, actor: view.actor, now: view.now, network: network)
    }

    /// Draws the id of a thing that is being recorded, and notes it for the journal.
    package func newID<Of>(_ of: Of.Type = Of.self) -> ID<Of> {
        let id = ID<Of>(raw: source.next(at: now))
        note(id)
        return id
    }

    /// Notes for the journal what was made under an id that had been drawn quietly.
    func note<Of>(_ id: ID<Of>) { if notesWhatIsMade { subjects.append(id.raw) } }

    /// Leaves out of the journal what is made from now on, but for what is touched by name.
    func keepJournalShort() {
        notesWhatIsMade = false
        marks.areApart = true
    }

    /// Draws an id that the journal need not name.
    func quietID() -> Int64 { source.next(at: now) }

    /// Draws an id that is larger than another, which some other server may have drawn.
    func quietID(after other: Int64) -> Int64 { source.next(at: now, after: other) }

    /// Notes for the journal what the operation touched.
    package func touch<Of>(_ id: ID<Of>) { subjects.append(id.raw) }

    /// Notes a code for the journal, which is smaller than any id: which role was given.
    func noteForJournal(_ code: Int64) { subjects.append(code) }
}
