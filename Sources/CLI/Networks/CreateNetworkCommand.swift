internal import ArgumentParser
internal import Ledger
internal import Timebank
internal import Web

/// Creates a network and its first coordinator.
struct CreateNetworkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make a network and its first coordinator.",
        discussion: """
            The coordinator gets a membership number and a one-time code, which is printed last. \
            Whoever types the code on the network's set-up page chooses a password and is signed \
            in. The code is shown only once and lasts two weeks; for another one: \
            commonhour person code.

            Without --coordinator the network is empty, as an import wants it.

            Example:
              commonhour network create fenside --name "Fenside Time Credits" \\
                  --coordinator "Jo Marsh" --login jo@example.org
            """
    )

    @OptionGroup var store: StoreOptions

    @Argument(help: "Its short name in addresses, such as fenside: letters, digits, hyphens.")
    var slug: String

    @Option(help: "Its name, such as \"Fenside Time Credits\".")
    var name: String

    @Option(help: "credits (issued to organisations) or mutual (members may go below zero).")
    var model: Network.Model = .credits

    @Option(help: "Its time zone.")
    var timeZone: String = "Europe/London"

    @Option(help: "Its language: en, cy, pl, lv, lt, pt, hu or ru.")
    var language: String = "en"

    @Option(help: "What its first coordinator is called, such as \"Jo Marsh\".")
    var coordinator: String?

    @Option(help: "The e-mail address with which the coordinator signs in; else by number.")
    var login: String?

    @Flag(help: "Print what was made as JSON.")
    var json = false

    func validate() throws {
        if login != nil, coordinator == nil {
            throw ValidationError("--login is the coordinator's. Say --coordinator NAME too.")
        }
    }

    func run() async throws {
        let network = CreateNetwork(
            slug: slug,
            title: name,
            model: model,
            zone: timeZone,
            language: language
        )
        guard let coordinator else {
            let made = try await store.perform(network, make: true)
            return tell(made, nil)
        }
        let founded = try await store.perform(
            FoundNetwork(network: network, coordinator: coordinator, login: login),
            make: true
        )
        tell(founded.network, founded)
    }

    private func tell(_ network: Network, _ founded: FoundedNetwork?) {
        if json {
            let document = JSON.shown(
                network,
                and: [
                    ("address", .text("/\(network.slug)/")),
                    ("coordinator", founded?.json ?? .null),
                ]
            )
            return Out.say(document.line)
        }
        Out.say("Made the network \(network.name), at /\(network.slug)/.")
        guard let founded else {
            return Out.say("It has no coordinator yet. See: commonhour person add --help")
        }
        Out.say(
            """
            \(founded.coordinator.name) coordinates it, with the membership number \
            \(founded.coordinator.number).
            To sign in: commonhour serve, then open /\(network.slug)/set-up at the address it \
            prints, and choose a password there with this code, good once and until \
            \(founded.expires.day):
            \(founded.code.revealed)
            """
        )
    }
}

extension FoundedNetwork {
    /// The coordinator and their code, for programs.
    fileprivate var json: JSON {
        .object([
            ("name", .text(coordinator.name)), ("number", .text(coordinator.number)),
            ("member", .text(coordinator.id.description)),
            ("login", .text(ifAny: coordinator.email)), ("code", .text(code.revealed)),
            ("expires", .text(expires.rfc3339)), ("page", .text("/\(network.slug)/set-up")),
        ])
    }
}
