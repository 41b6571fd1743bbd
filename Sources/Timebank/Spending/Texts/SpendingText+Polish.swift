extension SpendingText {
    package static let polish: KeyValuePairs<Self, Phrase> = [
        .fieldOffer: "Oferta",
        .fieldOfferName: "Z czego można skorzystać",
        .fieldOfferNameHint: "Kilka słów, na przykład: Film, dowolna sala",
        .fieldAdultPrice: "Za osobę dorosłą",
        .fieldChildPrice: "Za dziecko",
        .fieldChildPriceHint: """
        Zostaw puste, jeśli dziecko płaci tyle samo. Wpisz 0, jeśli dzieci wchodzą za darmo.
        """,
        .fieldAdults: "Dorośli",
        .fieldChildren: "Dzieci",
        .tillTitle: "Kasa",
        .tillCardHint: "Zeskanuj kartę albo wpisz to, co jest na niej wydrukowane.",
        .tillNext: "Dalej",
        .tillHolder: "Karta: {name}",
        .tillWho: "Kto jest na miejscu?",
        .tillWhoHint: "W imieniu: {name}",
        .tillOffers: "Za co?",
        .tillAccept: "Przyjmij",
        .tillAcceptSum: "Przyjmij {sum}",
        .tillUndo: "Można to cofnąć przez dziesięć minut.",
        .tillOther: "Inna karta",
        .tillNextCard: "Następna karta",
        .adults: "Dorośli",
        .children: "Dzieci do 16 lat",
        .adultsCount: .counted(
            by: "count",
            [
                .one: "{count} osoba dorosła",
                .few: "{count} osoby dorosłe",
                .many: "{count} osób dorosłych",
            ]
        ),
        .childrenCount: .counted(
            by: "count",
            [.one: "{count} dziecko", .few: "{count} dzieci", .many: "{count} dzieci"]
        ),
        .stepFewer: "Mniej: {what}",
        .stepMore: "Więcej: {what}",
        .acceptedTitle: "Przyjęto: {minutes}",
        .acceptedFor: "Dla: {name}, w imieniu tej osoby: {guardian}",
        .undoUntil: "Można to cofnąć do {time}.",
        .undoButton: "Cofnij",
        .undoneTitle: "Cofnięto",
        .undoneBack: "Na kartę wróciło: {minutes}.",
        .priceEach: "{minutes} za osobę",
        .priceBoth: "dorosły {adult}, dziecko {child}",
        .priceChildFree: "dorosły {adult}, dzieci za darmo",
        .offersTitle: "Z czego skorzystać",
        .offersLead: "Pokaż kartę i zapłać swoimi godzinami.",
        .offersEmpty: "Lista jest jeszcze pusta.",
        .offerClosed: "Teraz niedostępne",
        .addOfferTitle: "Dodaj ofertę",
        .addOfferButton: "Dodaj",
    ]
}
