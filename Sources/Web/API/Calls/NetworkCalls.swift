internal import Timebank

/// What a network is.
struct NetworkCalls: Calls {
    var endpoints: [Endpoint] { [show] }

    private var show: Endpoint {
        Endpoint(
            .get,
            Routes.network,
            About(
                "getNetwork",
                .networks,
                "Show a network",
                "Its name, what it counts in, and the rules of its currency.",
                answer: .done,
                .named("Network")
            )
        ) { call in Reply(.done, try await call.ask(NetworkQuery())) }
    }
}
