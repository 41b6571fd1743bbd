/// The texts about organisations and their staff.
package enum OrganisationsText: Int, Text {
    case fieldOrganisation, fieldOrganisationName, organisationLeft, staffLead, staffCaption
    case staffWaiting, staffNothingWaits, staffWaitingHint, staffConfirm, staffEnterHint
    case staffEnter, staffTillHint, staffTill, postsTitle, postsLead, postsEmpty, postTill
    case postWorker, postLead, postRole, postSince, addPostTitle, addPostLead, addPostWhat
    case addPostWho, addPostButton, endPostHeading, endPostLead, endPostButton, shelfTitle
    case shelfLead, shelfEmpty, shelfTotal, shelfClosedTotal, shelfDo, shelfDoClosed, shelfEnjoy
    case shelfEnjoyClosed, shelfOff, shelfBack, allocationsTitle, allocationsLead, allocationsLine
    case allocationsSoon, allocationsEmpty, grantLink, grantTitle, grantHowMuch, grantButton
    case organisationChange, organisationOpen, organisationShut, organisationShutLead
    case renameHeading, renameButton, closeHeading, closeLead, closeButton, openHeading, openLead
    case openButton, noticeRenamed, noticeClosed, noticeOpened, organisationsTitle
    case organisationsEmpty, organisationEarns, organisationEnjoy, organisationEnjoyCommunity
    case addOrganisationTitle, addOrganisationEarns, addOrganisationEarnsYes
    case addOrganisationSpends, spendsCommunity, spendsCorporate, addOrganisationButton
    case noticeGranted, noticePost, noticePostEnded, noticeListed, noticeUnlisted
    case monthsLink
    case monthsTaken, monthsGiven, monthsTitle, monthsNow, monthsMore
    case monthsLess, monthsSame, monthsVisits, monthsTimes, monthsPeople, monthsUses, monthsUsesHint
    case monthsOther, monthsEmpty, monthsGivenEmpty, monthsFullest, monthsLeft, monthsLastWeeks
    case monthsLastMonths, monthsLastDays, monthsUndone, statementsHeading
    case statementFile, monthStatementTitle, statementCaption, statementDay, statementVisits
    case statementOpening, statementAccepted, statementUndone, statementRetired
    case statementRecycled, statementOther, statementClosing, statementOut
    case monthStatementEmpty, statementAll

    package static let shelf = ParsedTexts(of: OrganisationsText.self)
}
