package import ArgumentParser

/// The verbs that a part of the scheme adds to the command line.
///
/// A new part is one value in its folder and one line in ``CommandPart/standard``.
package struct CommandPart {
    /// The name of the part in `Timebank`, and of its folder.
    package let name: String
    package let verbs: [any ParsableCommand.Type]

    /// A part with its verbs.
    package init(_ name: String, verbs: [any ParsableCommand.Type]) {
        self.name = name
        self.verbs = verbs
    }

    /// The parts of the program, in the order of the help.
    package static var standard: [CommandPart] {
        [
            .servers, .demo, .networks, .organisations, .earning, .spending, .people, .exchange,
            .books,
        ]
    }
}
