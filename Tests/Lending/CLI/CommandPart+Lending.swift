@testable internal import CLI

extension CommandPart {
    /// The command-line verbs of the sample part.
    static var lending: CommandPart {
        CommandPart("Lending", verbs: [ToolCommand.self])
    }
}
