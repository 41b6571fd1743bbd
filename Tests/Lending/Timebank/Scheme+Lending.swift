@testable package import Timebank

extension Scheme {
    /// The scheme of the program with one more part.
    package static let lending = Scheme(
        standard.parts + [.lending],
        steps: Schema.steps + [.lending],
        recorded: Schema.recorded + [Schema.recordedLending]
    )
}
