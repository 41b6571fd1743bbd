internal import Hummingbird
internal import Ledger
internal import Timebank

/// The cookies of the pages, and their names.
///
/// Under https the names begin with `__Host-`, which holds them to this host, to its whole path
/// and to https. Plain http is for a machine of one's own; browsers refuse that prefix there, or do
/// not agree about 127.0.0.1, so the names are plain.
struct CookieJar: Sendable {
    let isSecure: Bool

    private func name(_ bare: String) -> String { isSecure ? "__Host-\(bare)" : bare }

    /// The sign-in.
    var session: String { name("session") }
    /// Who sends a form before they have signed in.
    var guest: String { name("guest") }
    /// The language that was chosen on this device.
    var language: String { name("language") }
    /// What was just done, for the next page to say.
    var notice: String { name("notice") }

    /// A sign-in until it runs out.
    func session(_ token: TokenText, until end: Instant, now: Instant) -> Cookie {
        cookie(session, token.revealed, now.duration(to: end).components.seconds)
    }

    /// Somebody who has not signed in, for an hour.
    func guest(_ token: TokenText) -> Cookie { cookie(guest, token.revealed, 3_600) }

    /// A language, for a year.
    func language(_ language: Language) -> Cookie {
        cookie(self.language, language.code, 31_536_000)
    }

    /// A sentence for the next page, for a minute.
    func notice(_ sentence: String) -> Cookie { cookie(notice, Address.escaped(sentence), 60) }

    /// Takes a cookie away.
    func end(_ name: String) -> Cookie { cookie(name, "", 0) }

    private func cookie(_ name: String, _ value: String, _ seconds: Int64) -> Cookie {
        Cookie(
            name: name,
            value: value,
            maxAge: Int(seconds),
            path: "/",
            secure: isSecure,
            httpOnly: true,
            sameSite: .lax
        )
    }
}

extension Site {
    /// The cookies of this site.
    var jar: CookieJar { CookieJar(isSecure: settings.isSecure) }
}
