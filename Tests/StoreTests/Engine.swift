internal import Foundation
internal import PostgresStore
internal import SQLiteStore
internal import Store

/// A database that the drivers' tests run on.
enum Engine: String, CaseIterable, Sendable {
    case sqlite
    case postgres

    /// Those to be had here.
    static var available: [Engine] { postgresAddress == nil ? [.sqlite] : allCases }

    /// Where tests may make schemas of their own.
    static var postgresAddress: String? {
        ProcessInfo.processInfo.environment["COMMONHOUR_TEST_POSTGRES"]
    }
}
