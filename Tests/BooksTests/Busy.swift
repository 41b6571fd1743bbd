internal import Foundation
internal import GRDB
internal import Ledger
internal import SQLiteStore
internal import Store
internal import Support
internal import Timebank

/// A store with some of everything, in a file of which each test damages a copy.
actor Busy {
    static let shared = Busy()
    static let key = SealKey(raw: [UInt8](repeating: 7, count: SealKey.length))

    private var made: Task<URL, any Error>?

    /// A folder that goes away with the process's temporary files.
    private static let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("commonhour-books-\(UUID().uuidString)")

    /// A fresh copy of the store.
    func copy() async throws -> String {
        if made == nil { made = Task { try await Self.make() } }
        guard let original = try await made?.value else { throw StoreError.closed }
        let copy = Self.folder.appendingPathComponent("\(UUID().uuidString).sqlite")
        try FileManager.default.copyItem(at: original, to: copy)
        return copy.path
    }

    /// Runs a test on a copy in a PostgreSQL database.
    static func withDatabase<T>(
        _ body: (Store.Database) async throws -> T
    ) async throws -> T {
        try await Cluster.here.withCopy(of: "busy") { database in
            let bank = try await Bank(
                database,
                clock: { TestClock.start },
                dice: Dice { UInt64.random(in: .min ... .max) }
            )
            try await Town.found(bank, database, model: .credits).liveThrough()
        } _: {
            try await body($0)
        }
    }

    private static func make() async throws -> URL {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent("original.sqlite")
        try await withTown(on: .sqlite) { town in
            try await town.liveThrough()
            try await town.database.backup(to: file.path)
        }
        return file
    }
}

extension Town {
    /// A few weeks in the town: two seals, and something after the second.
    func liveThrough() async throws {
        for member in [ada, ada, ada, bo] { try await pay(member, Minutes(120)) }
        try await redeem(ada)
        try await seal()
        let undone = try await redeem(ada)
        try await perform(UndoRedemption(redemption: undone.redemption.id), as: .till)
        try await perform(give(ada, to: .id(bo.wallet.id), 30, "for the cake"), as: .ada)
        let mistake = try await perform(
            GrantAllocation(organisation: school.id, minutes: Minutes(900)),
            as: .coordinator
        )
        try await perform(Reverse(transfer: mistake.id, reason: "twice"), as: .coordinator)
        try await perform(Reserve(account: ada.wallet, minutes: Minutes(20)), as: .ada)
        let claim = try await claim(45, bo)
        try await perform(RefuseHours(hours: claim.id, reason: "Not that day"), as: .worker)
        try await seal()
        try await rollUp()
        _ = try await Town.found(
            bank,
            database,
            model: .mutual,
            slug: "downham"
        )
        for member in [ada, bo] { try await pay(member, Minutes(60)) }
        try await redeem(bo)
        try await perform(give(ada, to: .pot, 15, ""), as: .ada)
        try await refer()
    }

    private func pay(_ member: Member, _ minutes: Minutes) async throws {
        try await perform(
            EnterHours(
                opportunity: opportunity.id,
                members: [.id(member.id)],
                day: TestClock.start.day,
                minutes: minutes,
                confirm: true
            ),
            as: .worker
        )
    }

    @discardableResult
    private func redeem(_ member: Member) async throws -> Receipt {
        try await perform(
            Redeem(offer: offer.id, card: member.number, adults: 1, children: 0),
            as: .till
        )
    }

    private func give(
        _ member: Member,
        to payee: AccountName,
        _ minutes: Int64,
        _ memo: String
    ) -> Give {
        Give(from: .id(member.wallet.id), to: payee, minutes: Minutes(minutes), memo: memo)
    }

    private func seal() async throws {
        guard let key = Busy.key else { throw StoreError.closed }
        _ = try await Sealing(bank, key: key).run()
    }

    private func rollUp() async throws {
        try await Maintenance(bank, few: 0).rollUp()
    }

    private func refer() async throws {
        _ = try await bank.perform(Refer(reference: "old-1"), in: slug, as: .console)
    }
}

/// Keeps a reference for a network's last transfer, as an import does.
struct Refer: Timebank.Operation {
    let reference: String

    static let name = "test.refer"
    static let access: Access = .operator
    var subject: Subject { .network }

    func run(at desk: Desk) throws -> Done {
        let last = try desk.tx.first(
            "SELECT MAX(id) FROM transfer WHERE network = $1",
            desk.here.id
        ) { Transfer.ID(raw: $0.integer(0)) }
        if let last { try desk.keep(reference, for: last) }
        return Done()
    }
}

/// Reserves minutes for a day.
struct Reserve: Timebank.Operation {
    let account: Account.ID
    let minutes: Minutes

    static let name = "test.reserve"
    static let access: Access = .own
    var subject: Subject { .owned(AccountName.id(account)) }

    init(account: Account, minutes: Minutes) {
        self.account = account.id
        self.minutes = minutes
    }

    func run(at desk: Desk) throws -> Done {
        _ = try desk.hold(
            minutes,
            of: Account(account, .wallet),
            until: desk.now + .seconds(86_400)
        )
        return Done()
    }
}

/// Changes a store's file behind Commonhour's back, with all guards taken away.
func damage(_ file: String, _ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: file, configuration: configuration)
    try queue.writeWithoutTransaction { db in
        let triggers = try String.fetchAll(
            db,
            sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
        )
        for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger)") }
        try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
        try db.execute(sql: sql)
    }
    try queue.close()
}

/// Changes a PostgreSQL database behind Commonhour's back, with all guards taken away.
func damage(_ database: Store.Database, _ sql: String) async throws {
    let unguarded = """
        DO $$
        DECLARE one RECORD;
        BEGIN
            FOR one IN SELECT tgrelid::regclass AS place, tgname AS name FROM pg_trigger
                WHERE NOT tgisinternal LOOP
                EXECUTE format('DROP TRIGGER %I ON %s', one.name, one.place);
            END LOOP;
            FOR one IN SELECT conrelid::regclass AS place, conname AS name FROM pg_constraint
                WHERE contype IN ('c', 'f') AND connamespace = 'public'::regnamespace LOOP
                EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one.place, one.name);
            END LOOP;
        END $$;

        """
    let theirs = sql.replacing(/zeroblob\((\d+)\)/) { "decode(repeat('00', \($0.1)), 'hex')" }
    let script = Script("", postgres: unguarded + theirs)
    try await Cluster.here.define(script, in: database)
}

/// Reads the books of a store's file.
func verify(_ file: String, against digest: [UInt8]? = nil) async throws -> Findings {
    let database = Store.Database(try SQLiteStore(path: file, mode: .reading))
    let findings = try await Verify(against: digest).run(on: database)
    await database.close()
    return findings
}

/// Opens a copy to write to it.
func open(_ file: String) throws -> SQLiteStore { try SQLiteStore(path: file) }
