/// The texts about who made a transfer, and for choosing among transfers.
package enum HistoryText: Int, Text {
    case historyBy, historyByServer, historyHelped, historyWasHelped, historyFor
    case historyTime, historyReverse, historyReversed, historyOpen, lineBy, lineBehalf,
        transferReverses, filterTitle, filterWho
    case filterAccount, filterKind, filterAny, filterFrom, filterTo, filterButton, filterNone
    case filterFurther, filterClear

    package static let shelf = ParsedTexts(of: HistoryText.self)
}
