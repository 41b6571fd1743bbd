internal import Timebank

/// Signing in and out, and who is signed in.
struct TokenCalls: Calls {
    var endpoints: [Endpoint] { [signIn, signOut, useCode, me, seeNotices, changePassword] }

    private static let login = Property(
        "login",
        .text(0...254),
        "An e-mail address, or a membership number with its network.",
        example: "ada@example.org"
    )

    /// A password that would be sent without https.
    private static let unsafe = [403]
    /// The same; a code that is not good, or a password that is too short.
    private static let choosing = unsafe + [409, 422]

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
                    Self.login,
                    Property("password", .text(0...4_000), example: "seven quiet herons"),
                    .maybe("network", .text(0...60), "A slug.", example: "wisbech")
                ),
                isOpen: true,
                problems: Self.unsafe,
                answer: .made
            )
        ) { call in
            try call.site.settings.requireSafeLine()
            let signedIn = try await call.site.entrance(
                login: try call.fields.text("login"),
                password: try call.fields.text("password"),
                network: try call.fields.textIfAny("network"),
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
                    Property("code", .text(0...64), "As it stands on the paper."),
                    Property(
                        "password",
                        .text(0...4_000),
                        "At least \(NewPassword.lengthMin) characters."
                    ),
                    .maybe("login", .text(0...254), "The number or e-mail that it is for.")
                ),
                isOpen: true,
                problems: Self.choosing,
                answer: .made
            )
        ) { call in
            try call.site.settings.requireSafeLine()
            let signedIn = try await call.site.entrance.useCode(
                try call.fields.text("code"),
                password: try call.fields.text("password"),
                login: try call.fields.textIfAny("login"),
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
                    Property("old", .text(0...4_000), "The password as it is."),
                    Property(
                        "password",
                        .text(0...4_000),
                        "The new one, at least \(NewPassword.lengthMin) characters."
                    )
                ),
                problems: Self.choosing
            )
        ) { call in
            try call.site.settings.requireSafeLine()
            try await call.site.entrance.changePassword(
                from: try call.fields.text("old"),
                to: try call.fields.text("password"),
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
                body: Body(Property("last", .id, "The newest notice that was seen."))
            )
        ) { call in
            let seen = SeeNotices(last: try call.fields.value("last"))
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
