internal import Hummingbird
internal import Timebank

/// The form with which a signed-in person changes their password.
struct PasswordJourney: Journey {
    var routes: [PageRoute] {
        [
            .get(Address.password, form),
            .post(Address.password, change),
        ]
    }

    private static let fields = [
        NewPassword.Fields.old.name, NewPassword.Fields.password.name,
    ]

    private func form(_ visit: Visit) async throws -> Response {
        visit.show(page(visit, try await visitor(of: visit), .nothing))
    }

    private func change(_ visit: Visit) async throws -> Response {
        let visitor = try await visitor(of: visit)
        return try await visit.trying {
            for field in Self.fields where visit.body.isEmpty(field) {
                throw FieldRefusal.invalid(field: field, .missing)
            }
            try await visit.site.entrance.changePassword(
                from: visit.body.value(NewPassword.Fields.old),
                to: visit.body.value(NewPassword.Fields.password),
                as: visit.who,
                address: visit.address
            )
            return visit.lead(
                to: Address.home(visitor.network.slug),
                notice: Localizer(visit.language(of: visitor))(SigningInText.noticePassword)
            )
        } again: { refusal in
            let entered = entered(visit, refusal, Localizer(visit.language(of: visitor)))
            return visit.show(page(visit, visitor, entered), .unprocessableContent)
        }
    }

    /// - Throws: ``AccessRefusal/notSignedIn`` for a visitor who is not signed in, and
    ///   ``BadRequest/insecure`` when passwords would travel without HTTPS.
    private func visitor(of visit: Visit) async throws -> Visitor {
        try visit.site.settings.requireSafeLine()
        let visitor = try await visit.visitor()
        guard visitor.person != nil else { throw AccessRefusal.notSignedIn }
        return visitor
    }

    /// The errors beside their fields; a wrong sign-in can only mean that the old password is
    /// wrong.
    private func entered(_ visit: Visit, _ refusal: any Refusal, _ words: Localizer) -> Entered {
        guard refusal.isSame(as: SigningInRefusal.wrongSignIn) else {
            return visit.entered(
                refusal,
                words.language,
                at: Self.fields,
                required: Self.fields
            )
        }
        let said = RefusalWords(
            title: words(SigningInText.passwordWrong),
            sentence: words(SigningInText.passwordWrongHint)
        )
        return Entered([:], mistakes: [Mistake(said, field: NewPassword.Fields.old.name)])
    }

    private func page(_ visit: Visit, _ visitor: Visitor, _ entered: Entered) -> FormPage {
        let frame = visit.frame(visitor)
        return .password(
            frame: frame,
            network: visitor.network.slug,
            tokens: visit.tokens(),
            back: frame.navigation.start,
            entered: entered
        )
    }
}
