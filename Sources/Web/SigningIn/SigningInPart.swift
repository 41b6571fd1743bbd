internal import Timebank

extension WebPart {
    /// How people sign in, and what lets them in.
    static let signingIn = WebPart(
        "SigningIn",
        calls: [TokenCalls()],
        journeys: [Entrance(), Joining(), OwnPassword()],
        schemas: [
            NamedSchema("Token", .object(Timebank.SignedIn.members))
        ]
    )
}
