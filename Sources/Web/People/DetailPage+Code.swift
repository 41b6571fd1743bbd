package import Ledger
package import Timebank

extension DetailPage {
    /// The page that shows a new set-up code once, to be read out or printed.
    ///
    /// - `login`: What the person signs in with: their e-mail address or membership number.
    /// - `address`: The address at which the code is used.
    /// - `until`: The last day on which the code is valid.
    package static func code(
        frame: Frame,
        network: Slug,
        name: String,
        member: Member.ID,
        login: String,
        code: String,
        address: String,
        until: Day
    ) -> DetailPage {
        let words = frame.words
        return DetailPage(
            frame: frame,
            title: words(SigningInText.codeTitle, ["name": .word(name)]),
            lead: words(SigningInText.codeShown),
            lines: [
                Line(words(SigningInText.codeAddress), address),
                Line(words(SigningInText.fieldLogin), login),
            ],
            code: code,
            after: words(SigningInText.codeUntil, ["day": .day(until)]),
            links: [Link(words(SigningInText.codeBack), to: Address.member(network, member))]
        )
    }
}
