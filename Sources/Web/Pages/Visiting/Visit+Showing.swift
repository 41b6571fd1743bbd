internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import Timebank

extension Visit {
    /// A page as an answer.
    func show<Shown: Page>(_ page: Shown, _ status: HTTPResponse.Status = .ok) -> Response {
        var response = Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8",
                // Pages repeat what was typed beside a form token, so they are never compressed.
                .cacheControl: "no-store, no-transform",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: site.pages.render(page)))
        )
        if let guestCookie { response.setCookie(guestCookie) }
        if request.cookies[site.jar.notice] != nil {
            response.setCookie(site.jar.end(site.jar.notice))
        }
        return response
    }

    /// Leads on to another page, so that loading it again sends no form again.
    ///
    /// - notice: What was just done, for that page to say.
    func lead(to address: Href, notice: String? = nil) -> Response {
        var response = Response(status: .seeOther, headers: [.location: address.text])
        if let notice { response.setCookie(site.jar.notice(notice)) }
        return response
    }

    /// What a form says beside its fields after a refusal, with everything that was typed but
    /// passwords.
    ///
    /// - fields: Those of the page; a refusal about another stands at its head.
    /// - placing: Which field of the page stands for one that a refusal names.
    /// - required: Fields that may not be empty; where something else is wrong with the form as
    ///   well, those that are get a mistake of their own, so that all is said at once.
    func entered(
        _ refusal: any Refusal,
        _ language: Language,
        at fields: [FieldName],
        placing: [FieldName: FieldName] = [:],
        required: [FieldName] = []
    ) -> Entered {
        let named = refusal.field.map { placing[$0] ?? $0 }
        let field = named.flatMap { fields.contains($0) ? $0 : nil }
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
                .map { Mistake($0.refusal.words(in: language, at: now), field: $0.field) }
        )
    }

    /// What is said where a page cannot be shown or a form cannot be taken.
    ///
    /// - Throws: a fault again, which is logged and answered where all faults are.
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
        // Whoever is nobody yet may well be allowed, once they have signed in.
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
            : visitor.ways(words).first.map { Link($0.text, to: $0.address) }
                ?? Link(words(CommonText.help), to: Address.help(slug))
        return show(
            ErrorPage(frame: frame, refusal: said, next: [start]),
            refusal?.kind.status ?? .forbidden
        )
    }

    /// The page for an address that is in no network.
    private func lost(_ refusal: (any Refusal)?) -> ErrorPage {
        let frame = frameOfInstallation
        return ErrorPage(
            frame: frame,
            refusal: (refusal ?? AccessRefusal.notFound).words(in: frame.words.language, at: now),
            next: [Link(frame.words(NetworksText.networksTitle), to: Address.networks)]
        )
    }
}
