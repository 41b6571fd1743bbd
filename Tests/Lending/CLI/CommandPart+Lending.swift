@testable internal import CLI

extension CommandPart {
    /// Tools that members lend each other.
    static var lending: CommandPart {
        CommandPart("Lending", verbs: [ToolCommand.self])
    }
}
