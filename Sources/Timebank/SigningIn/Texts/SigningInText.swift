/// The texts of pages about sign-ins, codes and passwords.
package enum SigningInText: Int, Text {
    case fieldLogin, fieldPassword, fieldOldPassword, fieldNewPassword, fieldCode, signInLoginHint
    case setUpLink, setUpTitle, setUpLead, setUpCodeHint, setUpPasswordHint, setUpButton
    case setUpHaveSignIn, joinTitle, joinLead, joinButton, passwordTitle, passwordLead
    case passwordButton, passwordWrong, passwordWrongHint, codeHeading, codeLead, codeButton
    case codeByOthers, codeTitle, codeShown, codeAddress, codeUntil, codeBack, noticeSignedOut
    case noticePassword

    package static let shelf = ParsedTexts(of: SigningInText.self)
}
