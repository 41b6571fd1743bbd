import Foundation
import Ledger
import PostgresStore
import SQLiteStore
import Store
import Timebank

/// Measures operations through the store, in process.
///
///     StoreBench fill STORE MEMBERS TRANSFERS HOURS     makes a store to measure on
///     StoreBench grow STORE TRANSFERS                   so many transfers more
///     StoreBench people STORE COUNT FILE                a token and an account for each of so many
///     StoreBench run STORE SECONDS [MEASURE [CALLERS…]]  a line of JSON for each measure
///
/// STORE is a path or an address such as postgres:///bench. The measures are confirm, gift,
/// gift-hot (all to one member), redeem, redeem-hot (all at one partner), balance, statement and
/// statement-short (two lines, which every account has).
@main
struct StoreBench {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 4 else {
            print("usage: StoreBench fill | grow | people | run STORE …; see StoreBench.swift")
            exit(2)
        }
        let database = try await open(arguments[2])
        try await Schema.migrator.migrate(database)
        let bank = try await Bank(database, clock: now, dice: dice)
        let number = { (place: Int) in arguments.dropFirst(place).first.flatMap { Int($0) } ?? 0 }
        switch arguments[1] {
        case "fill":
            try await Filling(bank: bank).fill(
                members: number(3),
                transfers: number(4),
                hours: number(5)
            )
        case "grow": try await Filling(bank: bank).grow(transfers: number(3))
        case "people": try await Filling(bank: bank).writePeople(number(3), to: arguments[4])
        default:
            try await Measuring(
                bank: bank,
                seconds: Double(arguments[3]) ?? 5,
                only: arguments.dropFirst(4).first,
                callers: arguments.dropFirst(5).compactMap { Int($0) }
            ).run()
        }
        await database.close()
    }

    /// A store by its path or its address.
    private static func open(_ store: String) async throws -> Database {
        guard store.hasPrefix("postgres://") else {
            return Database(try SQLiteStore(path: store))
        }
        return Database(
            try await PostgresStore.open(store, jitter: { Double.random(in: 0...1) })
        )
    }

    static let dice = Dice { UInt64.random(in: .min ... .max) }

    @Sendable static func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(
            microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
        )
    }
}
