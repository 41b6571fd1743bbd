internal import Timebank

/// The API endpoints for tokens, passwords, notices and the signed-in person.
struct TokenCalls: Calls {
    /// The status for a password sent without HTTPS.
    private static let unsafe = [403]
    /// The statuses when a password is chosen.
    ///
    /// They are 403 for one sent without HTTPS, 409 for an e-mail address that another person signs
    /// in with, and 422 for an invalid code or a weak password.
    private static let choosing = unsafe + [409, 422]

    var endpoints: [Endpoint] { [signIn, signOut, useCode, me, seeNotices, changePassword] }

    private var signIn: Endpoint {
        Endpoint(
            .post,
            Routes.tokens,
            About(
                "signIn",
                "Sign in: get a token",
                "Send the token as `Authorization: Bearer`. It lasts 30 days, unless it is "
                    + "revoked or the password changes.",
                body: Body(
                    Property(SignIn.Fields.login),
                    Property(SignIn.Fields.password),
                    .maybe(SignIn.Fields.network)
                ),
                isOpen: true,
                problems: Self.unsafe,
                answer: .made
            )
        ) { call in
            try call.site.settings.requireSafeLine()
            let signedIn = try await call.site.entrance(
                login: try call.fields.value(SignIn.Fields.login),
                password: try call.fields.value(SignIn.Fields.password),
                network: try call.fields.ifAny(SignIn.Fields.network),
                address: call.address,
                purpose: .api
            )
            return Reply(signedIn)
        }
    }

    private var useCode: Endpoint {
        Endpoint(
            .post,
            Routes.codes,
            About(
                "useCode",
                "Choose a password with a code that was handed over, and sign in",
                body: Body(
                    Property(UseCode.Fields.code),
                    Property(NewPassword.Fields.password),
                    .maybe(UseCode.Fields.login)
                ),
                isOpen: true,
                problems: Self.choosing,
                answer: .made
            )
        ) { call in
            try call.site.settings.requireSafeLine()
            let signedIn = try await call.site.entrance.useCode(
                try call.fields.value(UseCode.Fields.code),
                password: try call.fields.value(NewPassword.Fields.password),
                login: try call.fields.ifAny(UseCode.Fields.login),
                address: call.address,
                purpose: .api
            )
            return Reply(signedIn)
        }
    }

    private var signOut: Endpoint {
        Endpoint(
            .delete,
            Routes.currentToken,
            About("signOut", "Revoke the token that is sent")
        ) { call in
            if case .token(let digest) = call.who {
                _ = try await call.site.bank.perform(RevokeToken(digest: digest), as: call.who)
            }
            return Reply.nothing
        }
    }

    private var changePassword: Endpoint {
        Endpoint(
            .post,
            Routes.password,
            About(
                "changePassword",
                "Change one's own password",
                "Ends every other sign-in of the same person; the token that is sent goes on.",
                body: Body(
                    Property(NewPassword.Fields.old),
                    Property(NewPassword.Fields.password)
                ),
                problems: Self.choosing
            )
        ) { call in
            try call.site.settings.requireSafeLine()
            try await call.site.entrance.changePassword(
                from: try call.fields.value(NewPassword.Fields.old),
                to: try call.fields.value(NewPassword.Fields.password),
                as: call.who,
                address: call.address
            )
            return Reply.nothing
        }
    }

    private var seeNotices: Endpoint {
        Endpoint(
            .post,
            Routes.seenNotices,
            About(
                "seeNotices",
                "Say that one has seen what one was told",
                "Notices up to this one are shown no more, here and on pages.",
                body: Body(Property(SeeNotices.Fields.last))
            )
        ) { call in
            let seen = SeeNotices(last: try call.fields.value(SeeNotices.Fields.last))
            _ = try await call.site.bank.perform(seen, as: call.who)
            return Reply.nothing
        }
    }

    private var me: Endpoint {
        Endpoint(
            .get,
            Routes.me,
            About(
                "getMe",
                "Say who is signed in, and where they belong",
                answer: .done
            )
        ) { call in
            Reply(try await call.site.bank.ask(MeQuery(), as: call.who))
        }
    }
}
