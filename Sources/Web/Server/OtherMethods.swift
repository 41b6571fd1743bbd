internal import HTTPTypes
internal import Hummingbird

extension Router<SiteContext> {
    /// Answers a method that a path does not support with 405 and the methods that it supports.
    ///
    /// Must be called last, when all routes are added.
    func refuseOtherMethods() {
        let known = Dictionary(grouping: routes, by: \.path.description)
        for (path, routes) in known {
            var methods = Set(routes.map(\.method))
            // The router adds a HEAD route for each GET route.
            if methods.contains(.get) { methods.insert(.head) }
            let allowed = methods.map(\.rawValue).sorted().joined(separator: ", ")
            for method in Self.standard where !methods.contains(method) {
                on(RouterPath(path), method: method) { _, _ -> Response in
                    throw BadRequest.wrongMethod(allowed: allowed)
                }
            }
        }
    }

    private static var standard: [HTTPRequest.Method] {
        [.get, .head, .query, .post, .put, .patch, .delete, .options, .trace, .connect]
    }
}
