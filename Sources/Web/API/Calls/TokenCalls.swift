/// Signing in and out.
struct TokenCalls: Calls {
    var endpoints: [Endpoint] { [] }
}
