internal import Timebank

extension WebPart {
    /// The pages and API endpoints for signing in, and the tokens that result.
    static let signingIn = WebPart(
        "SigningIn",
        heading: "Signing in",
        calls: [TokenCalls()],
        journeys: [SignInJourney(), JoinJourney(), PasswordJourney()],
        schemas: [
            .one(Timebank.SignedIn.self)
        ]
    )
}
