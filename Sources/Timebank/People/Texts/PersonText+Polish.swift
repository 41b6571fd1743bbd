extension PersonText {
    package static let polish: KeyValuePairs<Self, Phrase> = [
        .personSince: "W sieci od: {day}",
        .personFacts: "Dane tej osoby",
        .personChange: "Zmień",
        .personNewCard: "Nowa karta",
        .personSignIn: "Logowanie",
        .personSignsIn: "Hasłem",
        .personSignsInNot: "Jeszcze nie",
        .personGuardians: "Opiekunowie",
        .personRoles: "Role",
        .personLead: "Kieruje: {organisation}",
        .personWorker: "Potwierdza godziny: {organisation}",
        .personTill: "Obsługuje kasę: {organisation}",
        .personEnterTitle: "Wpisz godziny pomocy",
        .personEnterWhat: "Co to było",
        .personEnterChoice: "{what}, {organisation} (zostało {left})",
        .personEnterLong: "Jak długo",
        .personEnterButton: "Wpisz te godziny",
        .personEnterSum: "Wpisz {sum}",
        .personEnterLeaves: "Zostanie tam {sum} do rozdania.",
        .personEnterShort: "To więcej, niż zostało tam do rozdania.",
        .personAddWork: "Dodaj zajęcie",
        .personHistory: "Godziny: wpływy i wydatki",
        .personHistoryEmpty: "Jeszcze nic. Tu pojawią się pierwsze godziny tej osoby.",
        .personEnds: "Gdy ta osoba odchodzi",
        .personLeftMeaning: """
        Godziny zostają ({left}). Nic nowego nie przybywa, a żadna kasa nie przyjmie karty. \
        Można to cofnąć.
        """,
        .personLeftButton: "Oznacz odejście",
        .personBackMeaning: """
        Ta osoba jest poza siecią. Godziny czekają ({left}) i wszystko może toczyć się dalej.
        """,
        .personBackButton: "Osoba wraca do sieci",
        .personEraseMeaning: """
        Nazwisko, kontakty i wpisane słowa znikną na zawsze. Godziny pozostaną policzone, bez \
        nazwiska.
        """,
        .personEraseLink: "Usuń dane",
        .eraseTitle: "Usunąć dane: {name}?",
        .eraseLead: "Tego nie można cofnąć.",
        .eraseGoes: "Znika na zawsze",
        .eraseGoesWhat: """
        Nazwisko, e-mail, telefon, karta, logowanie w tej sieci, role i słowa napisane przez \
        tę osobę
        """,
        .eraseStays: "Zostaje",
        .eraseStaysWhat: "Godziny, bez nazwiska; numeru {number} nie dostanie nikt inny",
        .eraseBalance: "Ta osoba ma jeszcze",
        .eraseBalanceLost: """
        Potem nikt już z tego nie skorzysta. Wcześniej można te godziny komuś przekazać albo \
        oddać do wspólnej puli.
        """,
        .eraseButton: "Usuń dane na zawsze: {name}",
        .eraseKeep: "Nie, niczego nie zmieniaj",
        .noticeErased: "Usunięto dane: {name}.",
        .changeTitle: "Zmień dane: {name}",
        .changeButton: "Zapisz",
        .changeEmptyHint: "Pozostaw puste, jeśli już nieaktualne.",
        .noticeChanged: "Zmieniono.",
        .noticeMemberLeft: "Oznaczono odejście: {name}.",
        .noticeMemberBack: "Znów w sieci: {name}.",
        .noticeNewCard: "Nowa karta: {name}. Stara już nie działa.",
        .noticeHours: "Wpisano {minutes}: {name}. {organisation} ma jeszcze do rozdania {left}.",
        .noticeHoursWait: """
        {name} ma tego dnia ponad 24 godziny. Te godziny czekają na potwierdzenie: \
        {organisation}.
        """,
        .guardiansTitle: "Kto działa w imieniu: {name}",
        .guardiansLead: """
        Opiekun widzi godziny tej osoby ({name}) i może w jej imieniu przekazywać, zgłaszać i \
        korzystać. Wszystko jest tak zapisywane.
        """,
        .guardianAdd: "Dodaj opiekuna",
        .guardianConsent: "Najpierw zapytaj: {name} albo osoba, która się nią opiekuje.",
        .guardianButton: "Dodaj tę osobę jako opiekuna",
        .guardianEnd: "{name}, od: {day}",
        .guardianEndButton: "Zakończ",
        .noticeGuardian: "Od teraz może działać w imieniu tej osoby: {name}.",
        .noticeGuardianEnded: "Już nie działa w imieniu tej osoby: {name}.",
        .relativesOf: "Krewni: {name}",
        .rolesTitle: "Role: {name}",
        .rolesLead: "Czym zajmuje się {name} oprócz udziału w sieci.",
        .rolesNone: "Tylko udział w sieci.",
        .rolesGive: "Nadaj rolę w organizacji",
        .rolesWhere: "Która organizacja",
        .rolesWhat: "Co ta osoba będzie tam robić",
        .rolesOffice: "Powierz funkcję w sieci",
        .rolesOfficeLead: """
        Koordynator widzi i robi w tej sieci wszystko. Fundator widzi podsumowania bez \
        nazwisk.
        """,
        .rolesOfficeWhat: "Jaka funkcja",
        .rolesOfficeButton: "Powierz tę funkcję",
        .rolesEndButton: "Odbierz",
        .noticeRole: "{name}: rola nadana.",
        .noticeRoleEnded: "{name}: rola odebrana.",
        .findMember: "Imię i nazwisko albo numer członkowski",
        .findMemberChoice: "Kto to jest: „{typed}”?",
        .selectionLabel: "Pokaż",
        .selectionAll: "Wszyscy",
        .selectionRecent: "Niedawno w sieci",
        .selectionNeverEarned: "Jeszcze bez zarobionych godzin",
        .selectionNeverSpent: "Jeszcze nic nie wydane",
        .selectionLeft: "Poza siecią",
        .selectionEmpty: "Nikt tu nie pasuje.",
        .selectionFurther: "Nikogo wśród tych osób. Sprawdź wcześniejsze.",
    ]
}
