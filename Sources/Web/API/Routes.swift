internal import Timebank

/// The addresses of the API, each once: the router's pattern, the path in the description, and
/// which values a call is handed.
///
/// Those of a part stand in its folder.
enum Routes {
    static let root = Address.server / "api" / "v1"
    static let document = root / "openapi.json"

    static let network = root / "networks" / Slug.self
}
