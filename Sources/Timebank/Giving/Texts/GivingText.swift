/// The texts about gifts that people read.
package enum GivingText: Int, Text {
    case giveWardLead, giveWardTitle, giveTitle, giveLead, giveTo, giveToMember, giveToPot
    case giveToPotHint, giveNumberHint, giveHowMuch, giveMemoHint, giveCheck, giveCheckTitle
    case giveButton, givenTitle, givenPotTitle, givenUndo, leaves

    package static let shelf = ParsedTexts(of: GivingText.self)
}
