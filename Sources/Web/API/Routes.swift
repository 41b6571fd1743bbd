/// The addresses of the API, each once; names in braces are what stands there.
///
/// Those of a part stand in its folder.
enum Routes {
    static let root = "/api/v1"
    static let document = root + "/openapi.json"

    static let network = root + "/networks/{network}"
}
