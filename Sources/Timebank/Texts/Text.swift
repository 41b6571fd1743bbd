/// The name of every text that people read, once.
///
/// The same name stands in the tables (`.homeLately: "Lately"`), in Swift (`words(.homeLately)`)
/// and in a template (`{{t.homeLately}}`), so that one search finds all three. A text that a
/// complete language does not have fails a test; what a refusal says is in ``RefusalText``.
package enum Text: Int, CaseIterable, Hashable, Sendable {
    // Around every page.
    case skipToContent, frameNavigation, frameLanguages, frameBehalf, frameSignedIn
    case signIn, signOut, help, backHome, titleProblem, mistakesTitle
    case navigationHome, navigationGive, navigationDo, navigationEnjoy
    case navigationCoordinate, navigationTotals
    case toldTitle, toldSeen, toldByServer, toldCode, toldCodeUsed, toldCard, toldContact
    case toldGuardian
    case search, searchEmpty, chooseOne, change, earlier, next, yes, no, none

    // Fields.
    case fieldLogin, fieldPassword, fieldOldPassword, fieldNewPassword, fieldCode, fieldDate
    case fieldMinutes
    case fieldNote, fieldNumber, fieldMemo, fieldCard, fieldReason, fieldReasonOptional
    case fieldName, fieldEmailOptional, fieldPhoneOptional, fieldLanguage
    case fieldOrganisation, fieldBroughtBy, fieldOrganisationName, fieldSlug, fieldSlugHint
    case fieldOpportunity, fieldOpportunityName, fieldOpportunityNameHint
    case fieldAboutOptional, fieldAboutHint
    case fieldPlaceOptional, fieldUsual, fieldUsualHint
    case fieldOffer, fieldOfferName, fieldOfferNameHint
    case fieldAdultPrice, fieldChildPrice, fieldChildPriceHint
    case hoursLabel, minutesLabel
    case fieldPhone, fieldAbout, fieldPlace, fieldSearch, fieldGuardian
    case fieldAdults, fieldChildren, fieldTo, fieldFrom, fieldMembers, fieldTimeZone

    // What is wrong with a field.
    case flawMissing, flawTooShort, flawTooLong, flawTooMany, flawMalformed, flawNotWhole
    case flawOutOfRange, flawInTheFuture, flawTooLongAgo, flawUnknown, flawTaken
    case flawWithoutEffect

    // Coming in.
    case networksTitle, networksLead, networksEmpty
    case frontTitle, frontLead, frontRing, frontGive, frontGiveMore
    case frontReceive, frontReceiveMore, frontEnjoy, frontEnjoyMore
    case signInLoginHint, setUpLink, setUpTitle, setUpLead, setUpCodeHint, setUpPasswordHint
    case setUpButton, setUpHaveSignIn, joinTitle, joinLead, joinButton
    case passwordTitle, passwordLead, passwordButton, passwordWrong, passwordWrongHint

    // A member's hours.
    case homeTitle, homeWardTitle, homeNow, homeCaption, homeHeld, homeEnough, homeGive, homeClaim
    case homeWardClaim, homeWaiting, homeRefused, homeReason, homeWards
    case homeLately, homeLatelyEmpty, homeAll
    case statementTitle, statementOf, statementNow, statementEmpty, statementLeft
    case claimTitle, claimLead, claimWhat, claimHowLong, claimNoteHint, claimButton
    case claimedTitle, claimedWaits, claimedAnother
    case claimWardTitle, claimWardLead, claimWardWhat, claimedWardWaits, giveWardLead, giveWardTitle
    case giveTitle, giveLead, giveTo, giveToMember, giveToPot, giveToPotHint, giveNumberHint
    case giveHowMuch, giveMemoHint, giveCheck, giveCheckTitle, giveButton
    case givenTitle, givenPotTitle, givenUndo, leaves

    // What moved, as its holder reads it, and as a coordinator does.
    case moveEarned, moveEnjoyed, moveHelped, moveWasHelped, moveGiftOut, moveGiftIn
    case moveDonated, moveGranted, moveRemainder, moveToNotes, moveFromNotes
    case moveConverted, moveExpired, moveOpening, moveReversed, moveAllocation
    case moveBetween, moveBy, pot, accountIssuance, accountNotes, accountLoss, accountAllocation
    case accountTakings, accountMirror
    case kindIssue, kindEarn, kindRedeem, kindExchange, kindGift, kindDonate, kindGrant
    case kindRemainder, kindWithdraw, kindDeposit, kindPrint, kindVoid, kindConvert, kindLoss
    case kindRetire, kindRecycle, kindExpire, kindOpening, kindReversal

    // Staff of an organisation.
    case organisationLeft, staffLead, staffCaption, staffWaiting, staffNothingWaits
    case staffWaitingHint, staffConfirm, staffEnterHint, staffEnter, staffTillHint, staffTill
    case confirmTitle, confirmFirst, confirmFirstHint, confirmAll, confirmRest, confirmRestHint
    case confirmLook, confirmButton, confirmEmpty
    case confirmOneHeading, confirmOneMinutes, confirmOneButton
    case refuseHeading, refuseLead, refuseButton, claimOf
    case doubtDay, doubtSame, doubtLong, doubtTwice, doubtOld, doubtFuture, doubtFirst
    case confirmOneDay, confirmOneException
    case stateClaimed, stateConfirmed, stateRefused
    case enterTitle, enterWho, enterHowLong, enterNumbers, enterOthers, enterNumbersHint
    case enterWhat, enterWhoHint, enterButton

    // Who works at an organisation.
    case postsTitle, postsLead, postsEmpty, postTill, postWorker, postLead, postRole, postSince
    case addPostTitle, addPostLead, addPostWhat, addPostWho, addPostButton
    case endPostHeading, endPostLead, endPostButton

    // What an organisation has on the list.
    case shelfTitle, shelfLead, shelfEmpty, shelfTotal, shelfClosedTotal
    case shelfDo, shelfDoClosed, shelfEnjoy, shelfEnjoyClosed, shelfOff, shelfBack

    // The till.
    case tillTitle, tillCardHint, tillNext, tillHolder, tillWho, tillWhoHint, tillOffers,
        tillAccept,
        tillAcceptSum
    case tillUndo, tillOther, tillNextCard
    case adults, children, adultsCount, childrenCount, stepFewer, stepMore
    case acceptedTitle, acceptedFor, undoUntil, undoButton, undoneTitle, undoneBack
    case priceEach, priceBoth, priceChildFree

    // The coordinator.
    case coordinateTitle, coordinateQuiet, coordinateNeeds, needsConfirming, needsAllocation
    case allocationsTitle, allocationsLead, allocationsLine, allocationsSoon, allocationsEmpty
    case grantLink, grantTitle, grantHowMuch, grantButton
    case transfersTitle, transfersLead, transfersSearch, transfersEmpty
    case transferTitle, transferReversed, transferReversal
    case reversalHeading, reversalLead, reversalButton
    case peopleTitle, peopleSearch, peopleShort, peopleEmpty, numberLine, personLeft,
        personStatement
    case addMemberTitle, addMemberLead, addMemberButton, addMemberOpen, addMemberAnyway
    case codeHeading, codeLead, codeButton, codeByOthers, codeTitle, codeShown, codeAddress
    case codeUntil, codeBack
    case lineWho, lineWhat, lineWhen, lineState, lineNote, lineEmail, lineKind, lineFrom, lineTo
    case lineId, lineMemo

    // Relatives.
    case relativesTitle, relativesHeading, relativesLead, relativesWho, relativesButton
    case relativesEndHeading, relativesEndButton, noticeRelative, noticeRelativeEnded

    // The rules.
    case rulesTitle, rulesLead, rulesHeading, rulesButton, rulesSince, rulesNoLimit, rulesDays
    case rulesCredit, rulesLimit, rulesCeiling, rulesCeilingHint, rulesNewDays, rulesNewDaysHint
    case rulesNewGifts, rulesRounding, rulesRoundingHint, rulesOther, rulesOtherHint, noticeRules
    case rulesExpiry

    // An organisation renamed, closed, opened.
    case organisationChange, organisationOpen, organisationShut, organisationShutLead
    case renameHeading, renameButton, closeHeading, closeLead, closeButton
    case openHeading, openLead, openButton, noticeRenamed, noticeClosed, noticeOpened

    // Organisations, opportunities, offers.
    case organisationsTitle, organisationsEmpty, organisationEarns, organisationEnjoy
    case organisationEnjoyCommunity
    case addOrganisationTitle, addOrganisationEarns, addOrganisationEarnsYes
    case addOrganisationSpends, spendsCommunity, spendsCorporate, addOrganisationButton
    case opportunitiesTitle, opportunitiesLead, opportunitiesEmpty, opportunityClaim
    case addOpportunityTitle, addOpportunityButton
    case offersTitle, offersLead, offersEmpty, offerClosed, addOfferTitle, addOfferButton

    // Totals, help, faults.
    case totalsTitle, totalsPeriod, totalsCaption, totalsMeasure, totalsNow, totalsBefore
    case totalsHidden, totalsNote
    case totalsActive, totalsGave, totalsEnjoyed, totalsBoth
    case totalsHoursGiven, totalsHoursEnjoyed, totalsHoursExchanged, totalsHoursGifted
    case totalsOutstanding, totalsSentence
    case contactTitle, contactLead, contactWords, contactHint, contactButton, noticeContact
    case helpTitle, helpContact, helpNoContact, helpCreditQuestion, helpCreditAnswer
    case helpEarnQuestion, helpEarnAnswer, helpSpendQuestion, helpSpendAnswer
    case helpWrongQuestion, helpWrongAnswer, helpPasswordQuestion, helpPasswordAnswer
    case errorId

    // What was just done.
    case noticeConfirmed, noticeLeft, noticeRefused, noticeEntered, noticeGranted, noticeReversed
    case noticeAdded, noticeSignedOut, noticePassword, noticePost, noticePostEnded
    case noticeListed, noticeUnlisted

    // Hours and days.
    case unitHour, unitHourShort, unitMinute, spokenHours, spokenMinutes, spokenBelow
    case dayToday, dayYesterday, dayTomorrow, dayFull, dayShort, dayDated
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
    case mondayShort, tuesdayShort, wednesdayShort, thursdayShort, fridayShort
    case saturdayShort, sundayShort
    case january, february, march, april, may, june
    case july, august, september, october, november, december
    case januaryShort, februaryShort, marchShort, aprilShort, mayShort, juneShort
    case julyShort, augustShort, septemberShort, octoberShort, novemberShort, decemberShort
}
