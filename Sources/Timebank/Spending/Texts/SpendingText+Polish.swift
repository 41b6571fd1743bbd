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
        .offersLead: "Pokaż kartę w kasie i zapłać swoimi godzinami.",
        .offersEmpty: """
        Lista jest jeszcze pusta. Zapytaj koordynatora, a godziny na razie zachowaj.
        """,
        .offerClosed: "Teraz niedostępne",
        .addOfferTitle: "Dodaj ofertę",
        .addOfferButton: "Dodaj",
        .enjoyAbout: "Za co w sieci {network} można oddać godziny pomocy i ile to kosztuje.",
        .enjoyNowCommunity: "Starczy Ci w społeczności",
        .enjoyNowPartners: "Starczy Ci u innych partnerów",
        .enjoyMore: "Jeszcze trochę",
        .enjoyMoreHint: "Pomóż raz albo dwa i wystarczy.",
        .enjoyCommunity: "W społeczności",
        .enjoyPartners: "W kinie, na basenie i u innych partnerów",
        .enjoyHow: "Jak skorzystać",
        .enjoyHowLine: "Pokaż kartę w kasie.",
        .siftKind: "Rodzaj",
        .siftCommunity: "Społeczność",
        .siftCorporate: "Firmy",
        .siftPrice: "Cena",
        .siftEnough: "Na ile mi wystarczy",
        .siftFamilies: "Dzieci płacą mniej",
        .offerPrice: "Cena",
        .offerAbout: "{title}, {organisation}: {price}. Płaci się godzinami pomocy.",
        .offerAsk: "Kogo zapytać",
        .offerEdit: "Zmień to",
        .offerEditButton: "Zachowaj zmiany",
        .offerEditLead: """
        Z nową ceną trafia na listę od nowa. To, co już zapłacono, się nie zmienia.
        """,
        .offerOff: "Teraz tego nie ma na liście. Zobacz, z czego jeszcze można skorzystać.",
        .offerChanged: "Zmieniono: {name}.",
        .offerReplaced: "{name} ma teraz nową cenę. Stara jest zdjęta z listy.",
        .haveEnough: "Masz {left}: starczy dla Ciebie.",
        .haveChildren: .counted(
            by: "count",
            [
                .one: "Masz {left}: starczy dla Ciebie i {count} dziecka.",
                .few: "Masz {left}: starczy dla Ciebie i {count} dzieci.",
                .many: "Masz {left}: starczy dla Ciebie i {count} dzieci.",
            ]
        ),
        .haveAdults: .counted(
            by: "count",
            [
                .one: "Masz {left}: starczy dla {count} osoby dorosłej.",
                .few: "Masz {left}: starczy dla {count} osób dorosłych.",
                .many: "Masz {left}: starczy dla {count} osób dorosłych.",
            ]
        ),
        .haveTooLittle: "Masz {left}. Brakuje jeszcze {missing}.",
        .outingParty: "dla {people}",
        .outingOr: "albo",
        .outingAdults: .counted(
            by: "count",
            [
                .one: "{count} osoby dorosłej",
                .few: "{count} osób dorosłych",
                .many: "{count} osób dorosłych",
            ]
        ),
        .outingChildren: .counted(
            by: "count",
            [
                .one: "{count} dziecka",
                .few: "{count} dzieci",
                .many: "{count} dzieci",
            ]
        ),
        .outingBoth: "{adults} i {children}",
    ]
}
