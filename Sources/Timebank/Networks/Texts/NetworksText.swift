/// The texts about networks, their rules and their totals.
package enum NetworksText: Int, Text {
    case fieldTimeZone, networksTitle, networksLead, networksEmpty, frontTitle, frontLead
    case frontRing, frontGive, frontGiveMore, frontReceive, frontReceiveMore, frontEnjoy
    case frontEnjoyMore, coordinateTitle, coordinateQuiet, coordinateNeeds, needsConfirming
    case needsAllocation, rulesTitle, rulesLead, rulesHeading, rulesButton, rulesSince
    case rulesNoLimit, rulesDays, rulesCredit, rulesLimit, rulesCeiling, rulesCeilingHint
    case rulesNewDays, rulesNewDaysHint, rulesNewGifts, rulesRounding, rulesRoundingHint
    case rulesOther, rulesOtherHint, noticeRules, rulesExpiry, totalsTitle, totalsPeriod
    case totalsCaption, totalsMeasure, totalsNow, totalsBefore, totalsHidden, totalsNote
    case totalsActive, totalsGave, totalsEnjoyed, totalsBoth, totalsHoursGiven, totalsHoursEnjoyed
    case totalsHoursExchanged, totalsHoursGifted, totalsOutstanding, totalsSentence, contactTitle
    case contactLead, contactWords, contactHint, contactButton, noticeContact, helpTitle
    case helpContact, helpNoContact, helpCreditQuestion, helpCreditAnswer, helpEarnQuestion
    case helpEarnAnswer, helpSpendQuestion, helpSpendAnswer, helpWrongQuestion, helpWrongAnswer
    case helpPasswordQuestion, helpPasswordAnswer, stepsTitle, stepsLead, stepsDone, stepContact
    case stepContactHint, stepOrganisation, stepOrganisationHint, stepOpportunity
    case stepOpportunityHint, stepOffer, stepOfferHint, stepStaff, stepStaffHint, stepMember
    case stepMemberHint, stepHours, stepHoursHint, stepRedemption, stepRedemptionHint
    case visibilityTitle, visibilityLead, visibilityQuestion, visibilityYes, visibilityNo
    case visibilityButton, noticePublic, noticePrivate

    package static let shelf = ParsedTexts(of: NetworksText.self)
}
