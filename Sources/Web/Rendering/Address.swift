/// Every address of the pages, once: `Address.give()` is the pattern that the router reads, and
/// `Address.give("wisbech")` a link to it, so that the two cannot drift apart.
///
/// Slugs and ids need no escaping in a path; what a person typed goes into a query, which escapes
/// it. No address holds a card code or a password.
package enum Address {
    /// First words of a path that belong to the installation, and that no network may be called.
    package static let reserved: Set<String> = ["api", "assets", "healthz", "metrics", "readyz"]

    // The installation.

    /// The networks to choose from.
    package static func networks() -> String { "/" }

    /// A file that every page may ask for, by its name with its fingerprint.
    package static func asset(file: String = ":file") -> String { "/assets/\(file)" }

    /// A link to an asset.
    package static func asset(_ asset: Asset) -> String { Self.asset(file: asset.file) }

    // The network, and coming and going.

    /// The front page for a visitor, and a member's own hours.
    package static func home(_ network: String = ":network") -> String { "/\(network)/" }

    /// Number or e-mail, and password; then on to `back`, where somebody was going.
    package static func signIn(
        _ network: String = ":network",
        back: String? = nil
    ) -> String {
        "/\(network)/sign-in" + query(["back": back])
    }

    /// Where the button at the foot of the page is sent.
    package static func signOut(_ network: String = ":network") -> String {
        "/\(network)/sign-out"
    }

    /// A code that was handed over, and a new password.
    package static func setUp(_ network: String = ":network") -> String { "/\(network)/set-up" }

    /// A code that was handed over, for somebody who is signed in already.
    package static func join(_ network: String = ":network") -> String { "/\(network)/join" }

    /// What somebody was told is seen.
    package static func seen(_ network: String = ":network") -> String {
        "/\(network)/seen"
    }

    /// The form for another password of one's own.
    package static func password(_ network: String = ":network") -> String {
        "/\(network)/password"
    }

    /// How it works, and whom to ask.
    package static func help(_ network: String = ":network") -> String { "/\(network)/help" }

    /// Keeps the language a person chose, and leads back to the path they came from.
    package static func language(
        _ network: String = ":network",
        _ language: String = ":language",
        back: String? = nil
    ) -> String {
        "/\(network)/language/\(language)" + query(["back": back])
    }

    // A member.

    /// The hours of somebody for whom a guardian acts.
    package static func ward(
        _ network: String = ":network",
        _ member: String = ":member"
    ) -> String {
        "/\(network)/wards/\(member)"
    }

    /// What moved on an account, newest first.
    package static func statement(
        _ network: String = ":network",
        _ account: String = ":account",
        after: String? = nil
    ) -> String {
        "/\(network)/accounts/\(account)" + query(["after": after])
    }

    /// The form for hours that a member gave; `member` is a ward, and `opportunity` what it was.
    package static func claim(
        _ network: String = ":network",
        for member: String? = nil,
        at opportunity: String? = nil
    ) -> String {
        "/\(network)/claim" + query(["for": member, "at": opportunity])
    }

    /// What a claim left.
    package static func claimed(
        _ network: String = ":network",
        _ hours: String = ":hours"
    ) -> String {
        "/\(network)/claimed/\(hours)"
    }

    /// The form for a gift, and where the checked answers are sent; `from` is a ward's account.
    package static func give(
        _ network: String = ":network",
        from account: String? = nil
    ) -> String {
        "/\(network)/give" + query(["from": account])
    }

    /// Where that form is sent to be checked.
    package static func giveCheck(_ network: String = ":network") -> String {
        "/\(network)/give/check"
    }

    /// What a gift left.
    package static func given(
        _ network: String = ":network",
        _ transfer: String = ":transfer"
    ) -> String {
        "/\(network)/given/\(transfer)"
    }

    // Staff of an organisation.

    /// Where the staff of an organisation begin.
    package static func organisation(
        _ network: String = ":network",
        _ organisation: String = ":organisation"
    ) -> String {
        "/\(network)/organisations/\(organisation)"
    }

    /// The hours that wait to be confirmed, and where the ticked ones are sent.
    package static func confirm(
        _ network: String = ":network",
        _ organisation: String = ":organisation"
    ) -> String {
        "/\(network)/organisations/\(organisation)/confirm"
    }

    /// Hours for one person or many.
    package static func enterHours(
        _ network: String = ":network",
        _ organisation: String = ":organisation"
    ) -> String {
        "/\(network)/organisations/\(organisation)/enter"
    }

    /// What an organisation has on the list, and where one thing is taken off it or put back.
    package static func shelf(
        _ network: String = ":network",
        _ organisation: String = ":organisation"
    ) -> String {
        "/\(network)/organisations/\(organisation)/list"
    }

    /// Who works at an organisation.
    package static func staff(
        _ network: String = ":network",
        _ organisation: String = ":organisation"
    ) -> String {
        "/\(network)/organisations/\(organisation)/staff"
    }

    /// The form for a role at an organisation.
    package static func addStaff(
        _ network: String = ":network",
        _ organisation: String = ":organisation"
    ) -> String {
        "/\(network)/organisations/\(organisation)/staff/add"
    }

    /// Somebody who works there, and the form that takes their role away.
    package static func staffMember(
        _ network: String = ":network",
        _ organisation: String = ":organisation",
        _ person: String = ":person"
    ) -> String {
        "/\(network)/organisations/\(organisation)/staff/\(person)"
    }

    /// One claim, looked at closely.
    package static func hours(
        _ network: String = ":network",
        _ hours: String = ":hours"
    ) -> String {
        "/\(network)/hours/\(hours)"
    }

    /// Where one claim is confirmed, with other minutes if need be.
    package static func confirmHours(
        _ network: String = ":network",
        _ hours: String = ":hours"
    ) -> String {
        "/\(network)/hours/\(hours)/confirm"
    }

    /// Where one claim is refused, with a reason.
    package static func refuseHours(
        _ network: String = ":network",
        _ hours: String = ":hours"
    ) -> String {
        "/\(network)/hours/\(hours)/refuse"
    }

    // The till.

    /// The field for a card, and where what is accepted is sent.
    package static func till(
        _ network: String = ":network",
        _ organisation: String = ":organisation"
    ) -> String {
        "/\(network)/till/\(organisation)"
    }

    /// Where a card is sent: a form and not a link, because cards do not belong into logs.
    package static func tillCard(
        _ network: String = ":network",
        _ organisation: String = ":organisation"
    ) -> String {
        "/\(network)/till/\(organisation)/card"
    }

    /// What was accepted, with its undo.
    package static func accepted(
        _ network: String = ":network",
        _ organisation: String = ":organisation",
        _ redemption: String = ":redemption"
    ) -> String {
        "/\(network)/till/\(organisation)/accepted/\(redemption)"
    }

    /// Where the undo is sent.
    package static func undo(
        _ network: String = ":network",
        _ organisation: String = ":organisation",
        _ redemption: String = ":redemption"
    ) -> String {
        "/\(network)/till/\(organisation)/accepted/\(redemption)/undo"
    }
}

extension Address {
    /// A query such as `?q=ada&after=06ABC`; a value that is empty or missing is left out.
    package static func query(_ values: KeyValuePairs<String, String?>) -> String {
        let said = values.compactMap { name, value -> String? in
            guard let value, !value.isEmpty else { return nil }
            return "\(name)=\(escaped(value))"
        }
        return said.isEmpty ? "" : "?" + said.joined(separator: "&")
    }

    /// A text as it may stand in a query or a cookie.
    static func escaped(_ text: String) -> String {
        text.utf8.reduce(into: "") { escaped, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: "."), UInt8(ascii: "~"):
                escaped.append(Character(UnicodeScalar(byte)))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                escaped += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
    }
}
