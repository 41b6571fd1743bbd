@testable package import Timebank

extension Scheme {
    /// The standard scheme with the sample part added.
    package static let lending = Scheme(
        standard.parts + [.lending],
        steps: Schema.steps + [.lending],
        recorded: Schema.recorded + [Schema.recordedLending]
    )
}
