extension Part {
    /// Sign-ins, tokens, passwords and codes.
    static let signingIn = Part(
        "SigningIn",
        operations: [
            IssueToken.self, IssueTokens.self, RevokeToken.self, ChangePassword.self,
            HandOverCode.self, UseCode.self, JoinWithCode.self, MakeOperator.self,
        ],
        queries: [HasDemoSignIns.self],
        tables: [.operator, .demoSignIn, .token, .code, .attempt],
        texts: [SigningInText.self],
        refusals: [SigningInRefusal.self]
    )
}
