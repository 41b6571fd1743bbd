internal import ArgumentParser
internal import Ledger
internal import Timebank
internal import Web

@testable internal import CLI

/// The command `tool`, with its subcommands.
struct ToolCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tool",
        abstract: "See what there is to borrow, and add something.",
        discussion: """
            Examples:
              commonhour tool add Saw --owner 1002-V --network fenside
              commonhour tool list --network fenside
            """,
        subcommands: [ToolAdd.self, ToolList.self]
    )
}

/// Adds a tool that a member lends.
struct ToolAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add something that a member lends.",
        discussion: """
            Example:
              commonhour tool add Saw --owner 1002-V --network fenside
            """
    )

    @OptionGroup var options: NetworkOptions

    @Argument(help: .of(Tool.Fields.name))
    var name: String

    @Option(name: .of(Tool.Fields.owner), help: .of(Tool.Fields.owner, valueName: "number"))
    var owner: MemberName

    func run() async throws {
        let made = try await options.perform(OfferTool(owner: owner, name: name))
        options.say(.shown(made), "Added \(made.name). Its id is \(made.id).")
    }
}

/// Lists the tools that members lend.
struct ToolList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "See what there is to borrow.",
        discussion: """
            Example:
              commonhour tool list --network fenside
            """
    )

    @OptionGroup var options: NetworkOptions

    func run() async throws {
        let found: [Tool] = try await options.asking { questions in
            try await questions.all { ToolsQuery(span: $0) }
        }
        let rows = found.map { tool in
            [tool.id.description, tool.name, tool.borrower?.description ?? ""]
        }
        options.say(
            .object([("tools", .list(found.map { .shown($0) }))]),
            found.isEmpty ? "Nothing." : CLI.Table(["Id", "What", "Borrower"], rows).text
        )
    }
}
