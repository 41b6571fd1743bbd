/// The texts of pages about members, guardians and relatives.
package enum PeopleText: Int, Text {
    case toldTitle, toldSeen, toldByServer, toldCode, toldCodeUsed, toldCard, toldContact
    case toldGuardian, fieldNumber, fieldCard, fieldEmailOptional, fieldPhoneOptional
    case fieldBroughtBy, fieldPhone, fieldGuardian, fieldMembers, homeTitle, homeWardTitle
    case homeNow, homeCaption, homeHeld, homeEnough, homeGive, homeClaim, homeWardClaim
    case homeWaiting, homeRefused, homeReason, homeWards, homeLately, homeLatelyEmpty, homeAll
    case peopleTitle, peopleSearch, peopleShort, peopleEmpty, numberLine, personLeft
    case personStatement, addMemberTitle, addMemberLead, addMemberButton, addMemberOpen
    case addMemberAnyway, relativesTitle, relativesHeading, relativesLead, relativesWho
    case relativesButton, relativesEndHeading, relativesEndButton, noticeRelative
    case noticeRelativeEnded, noticeAdded
    case homeClaimLine, homeGiveLine, homeHelp, homeHelpLine

    package static let shelf = ParsedTexts(of: PeopleText.self)
}
