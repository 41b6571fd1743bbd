@testable package import CLI
internal import Timebank

@testable internal import Web

extension Program {
    /// The program with the sample part added.
    package static let lending = Program(
        scheme: .lending,
        web: WebPart.standard + [.lending],
        commands: { CommandPart.standard + [.lending] }
    )
}
