package import ArgumentParser

/// What a part of the scheme adds to the command line: its verbs.
///
/// The program reads the lists of the parts and names none of them, so a new part is one value in
/// its folder and one line in ``CommandPart/standard``.
package struct CommandPart {
    /// What it is called: as the part in `Timebank`, and as its folder.
    package let name: String
    package let verbs: [any ParsableCommand.Type]

    /// A part with its verbs.
    package init(_ name: String, verbs: [any ParsableCommand.Type]) {
        self.name = name
        self.verbs = verbs
    }

    /// The parts of the program, in the order in which the help lists their verbs.
    package static var standard: [CommandPart] {
        [
            .servers, .demo, .networks, .organisations, .earning, .spending, .people, .exchange,
            .books,
        ]
    }
}
