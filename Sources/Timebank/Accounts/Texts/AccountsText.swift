/// The texts of the pages about accounts, transfers and statements.
package enum AccountsText: Int, Text {
    case statementTitle, statementOf, statementNow, statementEmpty, statementLeft, moveEarned
    case moveEnjoyed, moveHelped, moveWasHelped, moveGiftOut, moveGiftIn, moveDonated, moveGranted
    case moveRemainder, moveToNotes, moveFromNotes, moveConverted, moveExpired, moveOpening
    case moveReversed, moveAllocation, moveBetween, moveBy, pot, accountIssuance, accountNotes
    case accountLoss, accountAllocation, accountTakings, accountMirror, kindIssue, kindEarn
    case kindRedeem, kindExchange, kindGift, kindDonate, kindGrant, kindRemainder, kindWithdraw
    case kindDeposit, kindPrint, kindVoid, kindConvert, kindLoss, kindRetire, kindRecycle
    case kindExpire, kindOpening, kindReversal, transfersTitle, transfersLead, transfersSearch
    case transfersEmpty, transferTitle, transferReversed, transferReversal, reversalHeading
    case reversalLead, reversalButton, noticeReversed

    package static let shelf = ParsedTexts(of: AccountsText.self)
}
