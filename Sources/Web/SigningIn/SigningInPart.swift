internal import Timebank

extension WebPart {
    /// How people sign in, and what lets them in.
    static let signingIn = WebPart(
        "SigningIn",
        heading: "Signing in",
        calls: [TokenCalls()],
        journeys: [Entrance(), Joining(), OwnPassword()],
        schemas: [
            .one(Timebank.SignedIn.self)
        ]
    )
}
