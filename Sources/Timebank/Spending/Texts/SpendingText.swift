/// The texts of pages about offers and tills.
package enum SpendingText: Int, Text {
    case fieldOffer, fieldOfferName, fieldOfferNameHint, fieldAdultPrice, fieldChildPrice
    case fieldChildPriceHint, fieldAdults, fieldChildren, tillTitle, tillReady, tillCard
    case tillCardHint, tillFind, tillCamera, tillCameraStop, tillWho, tillWhoHint, tillOffers
    case tillChange, tillEnough, tillEnoughOf, tillShort, tillShortOf, tillReadFirst
    case tillChooseFirst, tillChildren, tillPeopleFirst, tillAccept, tillAcceptSum, tillNeeds,
        tillWouldFit
    case tillShare, tillUnknown, tillMany, tillSure, tillUndo, tillLately, tillUndoOf, tillLeft
    case tillLeftSays, adults, children, adultsCount, childrenCount, stepFewer, stepMore
    case acceptedSays, acceptedFor, undoButton, undoneBack, priceEach, priceBoth, priceChildFree
    case offersTitle, offersLead, offersEmpty, offerClosed, addOfferTitle, addOfferButton
    case enjoyAbout, enjoyNowCommunity, enjoyNowPartners, enjoyMore, enjoyMoreHint, enjoyCommunity,
        enjoyPartners, enjoyHow
    case enjoyHowLine, siftKind, siftCommunity, siftCorporate, siftPrice, siftEnough
    case siftFamilies, offerPrice, offerAbout, offerAsk, offerEdit, offerEditButton
    case offerEditLead, offerOff, offerChanged, offerReplaced, haveEnough, haveChildren
    case haveAdults, haveTooLittle, outingParty, outingOr, outingAdults, outingChildren
    case outingBoth

    package static let shelf = ParsedTexts(of: SpendingText.self)
}
