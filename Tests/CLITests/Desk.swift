internal import ArgumentParser
@testable internal import CLI
internal import Foundation
internal import Ledger
internal import SQLiteStore
internal import Store
internal import Support
internal import Timebank

/// A folder in which commands are run.
struct Workplace: Sendable {
    let folder: URL
    /// What the store's file is called.
    var name = "town.sqlite"

    /// Where the store is, or is to be.
    var store: String { path(name) }

    /// A path in the folder.
    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    /// What a command is told about the store.
    var options: StoreOptions { get throws { try StoreOptions.parse(["--store", store]) } }

    /// Makes a network with a member, an organisation, and something issued.
    @discardableResult
    func settle(_ slug: String = "wisbech") async throws -> Network {
        let network = try await options.perform(
            CreateNetwork(slug: slug, title: "Fenside Time Credits"),
            make: true
        )
        _ = try await options.perform(
            AddOrganisation(title: "A school", slug: "school", earns: true, spends: .no),
            in: network.slug
        )
        return network
    }

    /// Adds a member and says which number they got.
    @discardableResult
    func join(_ name: String, in network: Network) async throws -> Member {
        try await options.perform(AddMember(name: name), in: network.slug)
    }

    /// Puts a sign-in of a member who chose a password into the store.
    func signIn(_ member: Member) async throws {
        let database = try await options.openAlone()
        try await database.write(in: .whole) { tx in
            try tx.run(
                "INSERT INTO person (id, name, language, created_at) VALUES ($1, $2, 'en', 0)",
                member.id,
                member.name
            )
        }
        await database.close()
        let token = (digest: Array("a token".utf8), person: member.id.raw)
        _ = try await options.perform(GiveTokens([token]))
    }

    /// What a statement counts.
    func count(_ sql: SQLText) async throws -> Int64? {
        let database = try await options.openReading()
        let count = try await database.read { tx in try tx.first(sql) { $0.integer(0) } }
        await database.close()
        return count
    }

    /// The names of all members.
    func members() async throws -> [String] {
        let database = try await options.openReading()
        let names = try await database.read { tx in
            try tx.all("SELECT name FROM member ORDER BY id") { $0.text(0) }
        }
        await database.close()
        return names
    }
}

/// Runs a test in a folder of its own.
func withWorkplace<T>(_ body: (Workplace) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("commonhour-cli-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
        at: folder,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
    )
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(Workplace(folder: folder))
}

/// What a file may be used for, by its owner and by others.
func permissions(_ path: String) throws -> Int? {
    let facts = try FileManager.default.attributesOfItem(atPath: path)
    return (facts[.posixPermissions] as? NSNumber)?.intValue
}
