internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import Timebank

extension Visit {
    /// Renders a page as a response, and deletes the cookie of the message that it shows.
    func show<Shown: Page>(_ page: Shown, _ status: HTTPResponse.Status = .ok) -> Response {
        var response = Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8",
                // Pages can contain both user input and a form token, so they must not be
                // compressed (``Compression``).
                .cacheControl: "no-store, no-transform",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: site.pages.render(page)))
        )
        if let guestCookie { response.setCookie(guestCookie) }
        if let role = page.frame.navigation.role, role != request.cookies[site.jar.role]?.value {
            response.setCookie(site.jar.role(role))
        }
        if request.cookies[site.jar.notice] != nil {
            response.setCookie(site.jar.end(site.jar.notice))
        }
        return response
    }

    /// Redirects to another page, so that reloading that page does not send the form again.
    ///
    /// - `notice`: a message about what was done, which that page shows.
    func lead(to address: Href, notice: String? = nil) -> Response {
        var response = Response(status: .seeOther, headers: [.location: address.text])
        if let notice { response.setCookie(site.jar.notice(notice)) }
        return response
    }

    /// The form as it was filled in, without passwords, and its mistakes, to show it again.
    ///
    /// - `fields`: the fields of the page; a refusal about any other is shown at the top.
    /// - `placing`: which field of the page to use for a field that a refusal names.
    /// - `required`: fields that must not be blank. If the refusal is about an invalid field, blank
    ///   ones are reported too, so that the person sees all mistakes at once.
    func entered(
        _ refusal: any Refusal,
        _ language: Language,
        at fields: [FieldName],
        placing: [FieldName: FieldName] = [:],
        required: [FieldName] = []
    ) -> Entered {
        let named = refusal.field.map { placing[$0] ?? $0 }
        let choices = (refusal as? PeopleRefusal)?.choices
        let field = choices?.field.choice ?? named.flatMap { fields.contains($0) ? $0 : nil }
        var wrong: [(field: FieldName?, refusal: any Refusal)] = [(field, refusal)]
        if case FieldRefusal.invalid = refusal {
            wrong += required.filter { $0 != field && body.isEmpty($0) }
                .map { ($0, FieldRefusal.invalid(field: $0, .missing)) }
        }
        let positions = Dictionary(uniqueKeysWithValues: zip(fields, 0...))
        func position(_ field: FieldName?) -> Int { field.flatMap { positions[$0] } ?? -1 }
        let secret = [SignIn.Fields.password, NewPassword.Fields.password, NewPassword.Fields.old]
            .map(\.name.text)
        return Entered(
            body.values.filter { !secret.contains($0.key) },
            mistakes: wrong.sorted { position($0.field) < position($1.field) }
                .map { Mistake($0.refusal.words(in: language, at: now), field: $0.field) },
            choices: choices
        )
    }

    /// The response when a page cannot be shown or a form cannot be accepted.
    ///
    /// A visitor who must sign in is redirected to the sign-in page if the request only reads.
    ///
    /// - Throws: any error that is neither a refusal nor ``Expired``; ``Errors`` answers those.
    func sorry(_ error: any Error) async throws -> Response {
        var refusal = error as? any Refusal
        guard refusal != nil || error is Expired else { throw error }
        let slug: Slug
        let visitor: Visitor
        do {
            slug = try self.slug
            visitor = try await self.visitor()
        } catch is any Refusal {
            return show(lost(refusal), (refusal ?? AccessRefusal.notFound).kind.status)
        }
        // A visitor who is not signed in may have access after signing in, so ask for that.
        let isNobody = visitor.person == nil
        if isNobody, refusal?.isSame(as: AccessRefusal.notAllowed) == true {
            refusal = AccessRefusal.notSignedIn
        }
        if refusal?.isSame(as: AccessRefusal.notSignedIn) == true,
            request.method == .get || request.method == .head
        {
            var response = lead(to: Address.signIn(slug, back: Href(local: request.uri.string)))
            if session != nil { response.setCookie(site.jar.end(site.jar.session)) }
            return response
        }
        let frame = frame(visitor)
        let words = frame.words
        let said =
            refusal?.words(in: words.language, at: now)
            ?? BadRequestWords.formExpired.words(in: words.language)
        let start =
            visitor.person == nil
            ? Link(words(CommonText.signIn), to: Address.signIn(slug))
            : frame.navigation.start
                ?? Link(words(CommonText.help), to: Address.help(slug))
        return show(
            ErrorPage(frame: frame, refusal: said, next: [start]),
            refusal?.kind.status ?? .forbidden
        )
    }

    /// The error page for a path that belongs to no network.
    private func lost(_ refusal: (any Refusal)?) -> ErrorPage {
        let frame = frameOfInstallation
        return ErrorPage(
            frame: frame,
            refusal: (refusal ?? AccessRefusal.notFound).words(in: frame.words.language, at: now),
            next: [Link(frame.words(NetworksText.networksTitle), to: Address.networks)]
        )
    }
}
