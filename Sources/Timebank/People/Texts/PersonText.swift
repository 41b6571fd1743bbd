/// The texts of the pages on which staff work with one member, and of finding somebody.
package enum PersonText: Int, Text {
    case personSince, personFacts, personChange, personNewCard, personSignIn
    case personSignsIn, personSignsInNot, personGuardians, personRoles, personLead, personWorker,
        personTill
    case personEnterTitle, personEnterWhat, personEnterChoice, personEnterLong
    case personEnterButton, personEnterSum, personEnterLeaves, personEnterShort, personAddWork
    case personHistory, personHistoryEmpty, personEnds, personLeftMeaning, personLeftButton
    case personBackMeaning, personBackButton, personEraseMeaning, personEraseLink, eraseTitle
    case eraseLead, eraseGoes, eraseGoesWhat, eraseStays, eraseStaysWhat, eraseBalance
    case eraseBalanceLost, eraseButton, eraseKeep, noticeErased, changeTitle, changeButton
    case changeEmptyHint, noticeChanged, noticeMemberLeft, noticeMemberBack, noticeNewCard,
        noticeHours
    case noticeHoursWait, guardiansTitle, guardiansLead, guardianAdd
    case guardianConsent, guardianButton, guardianEnd, guardianEndButton, noticeGuardian
    case noticeGuardianEnded, relativesOf, rolesTitle, rolesLead, rolesNone, rolesGive
    case rolesWhere, rolesWhat, rolesOffice, rolesOfficeLead, rolesOfficeWhat, rolesOfficeButton
    case rolesEndButton, noticeRole, noticeRoleEnded, findMember
    case findMemberChoice, selectionLabel, selectionAll, selectionRecent, selectionNeverEarned
    case selectionNeverSpent, selectionLeft, selectionEmpty, selectionFurther

    package static let shelf = ParsedTexts(of: PersonText.self)
}
