/// The texts about opportunities and hours that people read.
package enum EarningText: Int, Text {
    case fieldOpportunity, fieldOpportunityName, fieldOpportunityNameHint, fieldUsual
    case fieldUsualHint, claimTitle, claimLead, claimWhat, claimHowLong, claimNoteHint
    case claimButton, claimedTitle, claimedWaits, claimedAnother, claimWardTitle, claimWardLead
    case claimWardWhat, claimedWardWaits, confirmTitle, confirmFirst, confirmFirstHint, confirmAll
    case confirmRest, confirmRestHint, confirmLook, confirmButton, confirmEmpty, confirmOneHeading
    case confirmOneMinutes, confirmOneButton, refuseHeading, refuseLead, refuseButton, claimOf
    case doubtDay, doubtSame, doubtLong, doubtTwice, doubtOld, doubtFuture, doubtFirst
    case confirmOneDay, confirmOneException, stateClaimed, stateConfirmed, stateRefused
    case enterTitle, enterWho, enterHowLong, enterNumbers, enterOthers, enterNumbersHint
    case enterWhat, enterWhoHint, enterButton, opportunitiesTitle, opportunitiesLead
    case opportunitiesEmpty, opportunityClaim, addOpportunityTitle, addOpportunityButton
    case noticeConfirmed, noticeLeft, noticeRefused, noticeEntered
    case doTitle, doAbout, doneUsually, opportunityAbout, opportunityAsk, opportunityEdit
    case opportunityEditButton, opportunityOff

    package static let shelf = ParsedTexts(of: EarningText.self)
}
