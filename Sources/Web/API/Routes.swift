internal import Timebank

/// The paths of the API, each defined once.
///
/// A path gives the router's pattern, the path in the OpenAPI document, and the types of the
/// arguments that a call receives. Each part adds its own paths in its folder.
enum Routes {
    static let root = Address.server / "api" / "v1"
    static let document = root / "openapi.json"

    static let network = root / "networks" / Slug.self
}
