internal import HTTPTypes
internal import Hummingbird

extension Router<SiteContext> {
    /// Answers what an address does not know with 405 and what it knows.
    ///
    /// Called last, when every address is there.
    func refuseOtherMethods() {
        let known = Dictionary(grouping: routes, by: \.path.description)
        for (path, routes) in known {
            var methods = Set(routes.map(\.method))
            // The router makes a HEAD for each GET.
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
