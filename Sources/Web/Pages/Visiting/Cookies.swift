internal import Hummingbird
internal import Ledger
internal import Timebank

/// Creates the cookies of the pages, and knows their names.
///
/// With https the names begin with `__Host-`. Browsers accept such a cookie only over https, for
/// exactly this host and for all its paths. Plain http is only for use on one's own machine. There
/// browsers reject the prefix, or differ on whether 127.0.0.1 is secure, so the names have none.
struct CookieJar: Sendable {
    let isSecure: Bool

    /// The name of a cookie as browsers know it.
    func name(_ bare: String) -> String { isSecure ? "__Host-\(bare)" : bare }

    /// The name of the cookie with the token of a sign-in.
    var session: String { name("session") }
    /// The name of the cookie with the token for forms of somebody who is not signed in.
    var guest: String { name("guest") }
    /// The name of the cookie with the language chosen on this device.
    var language: String { name("language") }
    /// The role in which this device was last.
    var role: String { name("role") }
    /// The name of the cookie with a message that the next page shows.
    var notice: String { name("notice") }

    /// A cookie for a sign-in, which expires with it.
    func session(_ token: TokenText, until end: Instant, now: Instant) -> Cookie {
        cookie(session, token.revealed, now.duration(to: end).components.seconds)
    }

    /// A cookie for somebody who is not signed in, which expires after an hour.
    func guest(_ token: TokenText) -> Cookie { cookie(guest, token.revealed, 3_600) }

    /// A cookie for a language, which expires after a year.
    func language(_ language: Language) -> Cookie {
        cookie(self.language, language.code, 31_536_000)
    }

    /// A role, for a year.
    func role(_ role: String) -> Cookie { cookie(self.role, role, 31_536_000) }

    /// A cookie for a message on the next page, which expires after a minute.
    func notice(_ sentence: String) -> Cookie { cookie(notice, Address.escaped(sentence), 60) }

    /// A cookie that deletes the one with this name.
    func end(_ name: String) -> Cookie { cookie(name, "", 0) }

    /// A cookie that expires after so many seconds.
    func cookie(_ name: String, _ value: String, _ seconds: Int64) -> Cookie {
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
    /// The cookies of this site, with names that depend on whether it uses https.
    var jar: CookieJar { CookieJar(isSecure: settings.isSecure) }
}
