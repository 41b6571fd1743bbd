/// A database that the drivers' tests run on.
enum Engine: String, CaseIterable, Sendable {
    case sqlite
    case postgres
}
