/// The texts of pages about offers and tills.
package enum SpendingText: Int, Text {
    case fieldOffer, fieldOfferName, fieldOfferNameHint, fieldAdultPrice, fieldChildPrice
    case fieldChildPriceHint, fieldAdults, fieldChildren, tillTitle, tillCardHint, tillNext
    case tillHolder, tillWho, tillWhoHint, tillOffers, tillAccept, tillAcceptSum, tillUndo
    case tillOther, tillNextCard, adults, children, adultsCount, childrenCount, stepFewer
    case stepMore, acceptedTitle, acceptedFor, undoUntil, undoButton, undoneTitle, undoneBack
    case priceEach, priceBoth, priceChildFree, offersTitle, offersLead, offersEmpty, offerClosed
    case addOfferTitle, addOfferButton
    case enjoyAbout, enjoyNowCommunity, enjoyNowPartners, enjoyMore, enjoyMoreHint, enjoyCommunity,
        enjoyPartners, enjoyHow
    case enjoyHowLine, siftKind, siftCommunity, siftCorporate, siftPrice, siftEnough
    case siftFamilies, offerPrice, offerAbout, offerAsk, offerEdit, offerEditButton
    case offerEditLead, offerOff, offerChanged, offerReplaced, haveEnough, haveChildren
    case haveAdults, haveTooLittle, outingParty, outingOr, outingAdults, outingChildren
    case outingBoth

    package static let shelf = ParsedTexts(of: SpendingText.self)
}
