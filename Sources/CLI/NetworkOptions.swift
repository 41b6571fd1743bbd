internal import ArgumentParser
internal import Ledger
internal import Store
internal import Timebank

/// The options of a command about one network: the store, the network, and the form of the answer.
struct NetworkOptions: ParsableArguments {
    @OptionGroup var store: StoreOptions

    @Option(help: ArgumentHelp("The network's short name.", valueName: "slug"))
    var network: String

    @Flag(help: "Print the answer as JSON.")
    var json = false

    /// Carries out a change in the network; refused where there is no such network.
    func perform<Asked: Operation>(_ asked: Asked) async throws -> Asked.Result {
        guard let slug = Slug(network) else { throw AccessRefusal.notFound }
        return try await store.perform(asked, in: slug)
    }

    /// Runs `body`, which asks several queries of the network in one open store.
    func asking<T>(_ body: (Questions) async throws -> T) async throws -> T {
        try await store.asking { bank in
            let slug = try await store.network(network, in: bank.database)
            return try await body(Questions(bank: bank, slug: slug))
        }
    }

    /// Asks one query of the network.
    func ask<Asked: Query>(_ asked: Asked) async throws -> Asked.Answer {
        try await asking { try await $0.ask(asked) }
    }

    /// Prints the answer: as JSON where the command says so, else these lines.
    func say(_ document: JSON, _ lines: String...) {
        Out.say(json ? document.line : lines.joined(separator: "\n"))
    }
}

/// The queries of one network in an open store.
struct Questions {
    let bank: Bank
    let slug: Slug

    func ask<Asked: Query>(_ asked: Asked) async throws -> Asked.Answer {
        try await bank.ask(asked, in: slug, as: .console)
    }

    /// All items of a list that is asked for in stretches.
    func all<Asked: Query, Item: Sendable>(
        _ stretch: (Span) -> Asked
    ) async throws -> [Item] where Asked.Answer == ResultPage<Item> {
        var items: [Item] = []
        var after: Int64?
        repeat {
            let found = try await ask(stretch(Span(limit: 200, after: after)))
            items += found.items
            after = found.next
        } while after != nil
        return items
    }
}

extension StoreOptions {
    /// Opens the store for reading, also while it is served, and closes it after `body`.
    func asking<T>(_ body: (Bank) async throws -> T) async throws -> T {
        let database = try await openReading()
        do {
            let answer = try await body(try await bank(on: database))
            await database.close()
            return answer
        } catch {
            await database.close()
            throw error
        }
    }
}

extension Minutes {
    /// The amount for people, with plain spaces.
    var words: String {
        String(Catalogue.hours(self, in: .english).map { $0 == "\u{A0}" ? " " : $0 })
    }
}
