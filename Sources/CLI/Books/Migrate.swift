internal import ArgumentParser
internal import Store
internal import Timebank

/// Migrates a store to the schema of this program.
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring the store up to date for this version."
    )

    @OptionGroup var store: StoreOptions
    @OptionGroup var owner: OwnerOptions

    func run() async throws {
        let database = try await store.openAlone(make: true, as: owner)
        await database.close()
        Out.say("The store is up to date.")
    }
}
