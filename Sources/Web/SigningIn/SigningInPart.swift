internal import Timebank

extension WebPart {
    /// The pages and API endpoints for signing in, and the tokens that result.
    static let signingIn = WebPart(
        "SigningIn",
        heading: "Signing in",
        calls: [TokenCalls()],
        journeys: [SignInJourney(), JoinJourney(), PasswordJourney()],
        destinations: [Destination(.visitor, 3, CommonText.signIn, Address.signIn)],
        schemas: [
            .one(Timebank.SignedIn.self)
        ]
    )
}
