extension GivingText {
    package static let polish: KeyValuePairs<Self, Phrase> = [
        .giveWardLead: "{name} może przekazać {left}.",
        .giveWardTitle: "Przekaż godziny w imieniu: {name}",
        .giveTitle: "Przekaż komuś godziny",
        .giveLead: "Możesz przekazać {left}.",
        .giveTo: "Dla kogo?",
        .giveToMember: "Dla członka sieci",
        .giveToPot: "Do wspólnej puli",
        .giveToPotHint: "Dla osób, które teraz nie mogą dać swoich godzin",
        .giveNumberHint: "Numer z karty tej osoby. Zostaw puste, jeśli przekazujesz do puli.",
        .giveHowMuch: "Ile?",
        .giveMemoHint: "Ta osoba to przeczyta.",
        .giveCheck: "Sprawdź przed przekazaniem",
        .giveCheckTitle: "Czy wszystko się zgadza?",
        .giveButton: "Przekaż {minutes}",
        .givenTitle: "{name} ma teraz o {minutes} więcej",
        .givenPotTitle: "We wspólnej puli jest o {minutes} więcej",
        .givenUndo: """
        To pomyłka? Powiedz koordynatorowi. Można to cofnąć, dopóki godziny nie są \
        wykorzystane.
        """,
        .leaves: "Zostaje: {left}.",
    ]
}
