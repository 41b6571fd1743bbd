/// The texts that several parts share: page frame, buttons and fields.
package enum CommonText: Int, Text {
    case skipToContent, frameNavigation, frameLanguages, frameBehalf, frameSignedIn, signIn
    case signOut, help, backHome, titleProblem, mistakesTitle, navigationHome, navigationGive
    case navigationDo, navigationEnjoy, navigationToday, navigationTotals, navigationPeople
    case navigationPartners, navigationInsight, navigationSettings, navigationHelpers
    case navigationShelf, navigationTill, frameMenu, frameRole, roleMember, roleCoordinator
    case roleFunder, roleGuardian, roleOperator, findLabel, findHint, findButton, search
    case searchEmpty, chooseOne, change, earlier, next, yes, no, none, fieldDate, fieldMinutes
    case fieldNote, fieldMemo, fieldReason, fieldReasonOptional, fieldName, fieldLanguage
    case fieldSlug, fieldSlugHint, fieldAboutOptional, fieldAboutHint, fieldPlaceOptional
    case hoursLabel, minutesLabel, fieldAbout, fieldPlace, fieldSearch, fieldTo, fieldFrom
    case flawMissing, flawTooShort, flawTooLong, flawTooMany, flawMalformed, flawNotWhole
    case flawOutOfRange, flawInTheFuture, flawTooLongAgo, flawUnknown, flawTaken
    case flawWithoutEffect, lineWho, lineWhat, lineWhen, lineState, lineNote, lineEmail, lineKind
    case lineFrom, lineTo, lineId, lineMemo, errorId
    case navigationTakings, navigationGiven, siftTitle, siftRemove, siftAll, siftNone
    case siftOrganisation

    package static let shelf = ParsedTexts(of: CommonText.self)
}
