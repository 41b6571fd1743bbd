extension Polish {
    /// What refusals say.
    static let refusals: KeyValuePairs<RefusalText, RefusalPhrase> = [
        .notSignedIn: RefusalPhrase(
            "Zaloguj się",
            "Zaloguj się i zrób to jeszcze raz. Nic się nie zmieniło."
        ),
        .wrongSignIn: RefusalPhrase(
            "Coś się nie zgadza",
            "Sprawdź numer lub e-mail oraz hasło i spróbuj ponownie. Koordynator może dać Ci kod."
        ),
        .lockedOut: RefusalPhrase(
            "Zbyt wiele prób",
            "Odczekaj {minutes} i spróbuj ponownie albo poproś koordynatora o kod.",
            otherwise: "Odczekaj chwilę i spróbuj ponownie albo poproś koordynatora o kod."
        ),
        .notAllowed: RefusalPhrase(
            "To zadanie kogoś innego",
            "Twoja rola tego nie obejmuje. Jeśli powinna, zapytaj koordynatora."
        ),
        .notFound: RefusalPhrase(
            "Nic tu nie ma",
            "Mogło zmienić miejsce albo nie jest dla Ciebie. Wróć i wybierz jeszcze raz."
        ),
        .outranked: RefusalPhrase(
            "Potrzebna jest wyższa rola",
            """
            Ta osoba ma tu lub w innej sieci rolę, której Twoja nie przewyższa. Zwróć się do \
            operatora.
            """
        ),
        .rankTooLow: RefusalPhrase(
            "Ta rola jest wyższa niż Twoja",
            "Możesz nadawać role niższe niż Twoja. Zwróć się do kogoś z wyższą rolą."
        ),
        .needsCoordinator: RefusalPhrase(
            "To musi zrobić koordynator",
            """
            Możesz to zrobić dla osób, które wprowadziła Twoja organizacja i które jeszcze się nie \
            logowały, nie mają godzin ani roli gdzie indziej. W sprawie tej osoby zwróć się do \
            koordynatora.
            """
        ),
        .codeInvalid: RefusalPhrase(
            "Ten kod nie działa",
            """
            Może być błędnie wpisany, już użyty albo za stary. Sprawdź go albo poproś \
            koordynatora o nowy.
            """
        ),
        .weakPassword: RefusalPhrase(
            "Wybierz dłuższe hasło",
            """
            Użyj co najmniej {length} znaków. Dobrze sprawdza się kilka słów, których nikt \
            inny by nie zestawił.
            """,
            otherwise: """
                Użyj więcej znaków. Dobrze sprawdza się kilka słów, których nikt inny by nie \
                zestawił.
                """
        ),
        .loginTaken: RefusalPhrase(
            "Nie można użyć tego adresu",
            """
            Jeśli to Twój adres, najpierw zaloguj się nim, a potem wpisz kod. Jeśli nie, użyj \
            numeru członkowskiego.
            """
        ),
        .insecure: RefusalPhrase(
            "To połączenie nie jest bezpieczne",
            """
            Do logowania potrzebny jest adres, który zaczyna się od https. Zapytaj osobę, \
            która prowadzi ten serwer.
            """
        ),
        .invalid: RefusalPhrase(
            "Sprawdź to",
            "{field}: {flaw}",
            otherwise: "Czegoś brakuje albo nie da się tego odczytać. Wypełnij jeszcze raz."
        ),
        .tooLarge: RefusalPhrase(
            "Za dużo naraz",
            "Wyślij mniej za jednym razem: najwyżej 64 kilobajty."
        ),
        .formExpired: RefusalPhrase(
            "Ten formularz jest już nieaktualny",
            "Nic się nie zmieniło. Otwórz stronę ponownie i wyślij jeszcze raz."
        ),
        .keyMissing: RefusalPhrase(
            "Brakuje klucza żądania",
            """
            Nic się nie zmieniło. Strona: otwórz ją ponownie. Program: wyślij nagłówek \
            Idempotency-Key, od 1 do 255 widocznych znaków ASCII.
            """
        ),
        .keyReused: RefusalPhrase(
            "To już wysłano, ale z inną treścią",
            """
            Nic się nie zmieniło. Otwórz stronę ponownie; program losuje nowy klucz dla \
            każdego żądania.
            """
        ),
        .keyRunning: RefusalPhrase(
            "To jeszcze trwa",
            """
            Odczekaj chwilę i sprawdź swoje godziny albo wyślij to samo ponownie: policzy \
            się raz.
            """
        ),
        .tooManyRequests: RefusalPhrase(
            "To było bardzo szybko",
            "Odczekaj minutę i kontynuuj. Nic się nie zmieniło."
        ),
        .tooManyCards: RefusalPhrase(
            "Sprawdzono tu zbyt wiele kart",
            """
            Zeskanuj kartę albo odczekaj {minutes} i wpisz numer jeszcze raz. Nic się nie \
            zmieniło.
            """,
            otherwise: "Zeskanuj kartę albo odczekaj chwilę i wpisz numer jeszcze raz."
        ),
        .malformed: RefusalPhrase(
            "Nie da się tego odczytać",
            "Nic się nie zmieniło. Treść musi być jednym obiektem JSON, bez powtórzonych nazw."
        ),
        .wrongType: RefusalPhrase(
            "To nie jest JSON",
            "Nic się nie zmieniło. Wyślij JSON i zaznacz to: Content-Type: application/json."
        ),
        .wrongMethod: RefusalPhrase(
            "Ten adres tego nie robi",
            "Nic się nie zmieniło. Nagłówek Allow w odpowiedzi mówi, co robi."
        ),
        .wrongHost: RefusalPhrase(
            "Brakuje nazwy serwera",
            "Nic się nie zmieniło. Wyślij jeden nagłówek Host z nazwą, która jest w adresie."
        ),
        .unavailable: RefusalPhrase(
            "Teraz nie można nic zapisać",
            """
            Nic się nie zmieniło. Spróbuj ponownie za kilka minut i powiadom osobę, która \
            prowadzi serwer.
            """
        ),
        .busy: RefusalPhrase(
            "Jest tu teraz wiele osób",
            "Nic się nie zmieniło. Spróbuj ponownie za kilka sekund."
        ),
        .inDoubt: RefusalPhrase(
            "Nie wiemy jeszcze, czy to zapisano",
            "Wyślij ten sam formularz ponownie: cokolwiek się stało, policzy się raz."
        ),
        .storeNewer: RefusalPhrase(
            "Program jest starszy niż jego dane",
            "Nic się nie zmieniło. Osoba, która prowadzi serwer, musi zainstalować nowszy program."
        ),
        .fault: RefusalPhrase(
            "Coś się tu popsuło",
            """
            Nic się nie zmieniło. Spróbuj ponownie. Jeśli to się powtórzy, podaj \
            koordynatorowi ten numer: {id}.
            """,
            otherwise: """
                Nic się nie zmieniło. Spróbuj ponownie i powiedz koordynatorowi, jeśli to się \
                powtórzy.
                """
        ),
        .notEnoughCredits: RefusalPhrase(
            "To za mało",
            """
            Potrzeba {needed}, a jest {left}. Wybierz mniej albo poproś kogoś, żeby się \
            podzielił.
            """,
            otherwise: "To więcej, niż jest. Wybierz mniej albo poproś kogoś, żeby się podzielił."
        ),
        .doesNotFit: RefusalPhrase(
            "To za mało",
            """
            Wystarczy na: dorośli {adults}, dzieci {children}. Wybierz mniej osób albo \
            poproś kogoś, żeby się podzielił.
            """,
            otherwise: "To więcej, niż jest. Wybierz mniej albo poproś kogoś, żeby się podzielił."
        ),
        .amountOutOfRange: RefusalPhrase(
            "Sprawdź liczbę godzin",
            "Wpisz godziny, minuty albo jedno i drugie: od jednej minuty do {most}.",
            otherwise: "Wpisz godziny, minuty albo jedno i drugie, co najmniej jedną minutę."
        ),
        .sameAccount: RefusalPhrase(
            "Obie strony są takie same",
            "Wybierz kogoś innego."
        ),
        .overLimit: RefusalPhrase(
            "To poniżej limitu",
            """
            To konto może zejść najniżej do {limit}. Wybierz mniej albo najpierw daj trochę \
            godzin.
            """,
            otherwise: """
                To konto nie może zejść tak nisko. Wybierz mniej albo najpierw daj trochę \
                godzin.
                """
        ),
        .overCeiling: RefusalPhrase(
            "To więcej, niż mieści konto",
            "Na koncie może być najwyżej {ceiling}. Najpierw część wykorzystaj albo przekaż.",
            otherwise: "Na koncie mieści się tylko tyle. Najpierw część wykorzystaj albo przekaż."
        ),
        .giftLimit: RefusalPhrase(
            "Tyle nie można przekazać",
            "Możesz jeszcze przekazać {left}. Wybierz mniej albo zapytaj koordynatora.",
            otherwise: "Można przekazać tylko tyle. Wybierz mniej albo zapytaj koordynatora."
        ),
        .allocationUsedUp: RefusalPhrase(
            "Przydział nie wystarczy",
            """
            Potrzeba {needed}, a do rozdania jest {left}. Potwierdź mniej albo poproś \
            koordynatora o więcej.
            """,
            otherwise: """
                Nie ma już tyle do rozdania. Potwierdź mniej albo poproś koordynatora o więcej.
                """
        ),
        .wrongWay: RefusalPhrase(
            "Godziny nie mogą iść tą drogą",
            "Wybierz inne konto. Prezent idzie od członka do członka albo do wspólnej puli."
        ),
        .potEmpty: RefusalPhrase(
            "W puli nie ma tyle",
            "Potrzeba {needed}, a w puli jest {left}. Wybierz mniej.",
            otherwise: "W puli nie ma tyle. Wybierz mniej."
        ),
        .holdExpired: RefusalPhrase(
            "Rezerwacja wygasła",
            "Godziny czekały przez pewien czas, a potem wróciły. Zarezerwuj jeszcze raz."
        ),
        .ownHours: RefusalPhrase(
            "Potwierdza to ktoś inny",
            """
            Nikt nie potwierdza godzin swoich ani swoich bliskich. Poproś kogoś z zespołu \
            lub koordynatora.
            """
        ),
        .moreThanADay: RefusalPhrase(
            "Doba ma 24 godziny",
            """
            Razem z tymi ta osoba miałaby tego dnia {day}. Zmień czas albo napisz, dlaczego mimo \
            to się zgadza.
            """,
            otherwise: """
                Razem z tymi ta osoba miałaby tego dnia więcej niż 24 godziny. Zmień czas albo \
                napisz, dlaczego mimo to się zgadza.
                """
        ),
        .ownAllocation: RefusalPhrase(
            "Przydziela to ktoś inny",
            "Nikt nie zatwierdza własnego przydziału. Poproś innego koordynatora."
        ),
        .alreadyConfirmed: RefusalPhrase(
            "Te godziny są już potwierdzone",
            "Nic się nie zmieniło. Jeśli są błędne, poproś koordynatora o cofnięcie."
        ),
        .alreadyRefused: RefusalPhrase(
            "Te godziny już odrzucono",
            "Nic się nie zmieniło. Można je zgłosić ponownie."
        ),
        .nothingChosen: RefusalPhrase(
            "Nic nie zaznaczono",
            "Zaznacz co najmniej jedno i potwierdź."
        ),
        .futureDate: RefusalPhrase(
            "Ten dzień dopiero nadejdzie",
            "Wybierz dzisiejszy lub wcześniejszy dzień."
        ),
        .tooLongAgo: RefusalPhrase(
            "To było zbyt dawno",
            "Poproś koordynatora, żeby to wpisał."
        ),
        .notEarning: RefusalPhrase(
            "Tu nie można dać godzin",
            "Ta organizacja nie daje kredytów. Wybierz inną albo zapytaj koordynatora."
        ),
        .organisationClosed: RefusalPhrase(
            "Ta organizacja jest zamknięta",
            "Nic nowego się tam nie zapisuje. Koordynator może ją otworzyć na nowo."
        ),
        .opportunityClosed: RefusalPhrase(
            "To już zakończone",
            "Wybierz coś innego."
        ),
        .ownTransfer: RefusalPhrase(
            "Cofa to ktoś inny",
            "Nikt nie cofa własnego przelewu. Poproś innego koordynatora."
        ),
        .alreadyReversed: RefusalPhrase(
            "To już cofnięto",
            "Nic się nie zmieniło. Przelew cofa się tylko raz."
        ),
        .alreadySpent: RefusalPhrase(
            "Część poszła już dalej",
            """
            Do cofnięcia zostało: {left}. Najpierw cofnij późniejszy przelew albo wyrównaj z \
            puli.
            """,
            otherwise: """
                Nie zostało tyle, żeby to cofnąć. Najpierw cofnij późniejszy przelew albo \
                wyrównaj z puli.
                """
        ),
        .notReversible: RefusalPhrase(
            "Tego nie można cofnąć",
            "Cofnięcie zostaje. Jeśli przelew był słuszny, zrób go jeszcze raz."
        ),
        .undoTooLate: RefusalPhrase(
            "Minęło dziesięć minut",
            "Poproś koordynatora o cofnięcie."
        ),
        .unknownCard: RefusalPhrase(
            "Nie znamy tej karty",
            "Sprawdź ją i spróbuj ponownie albo wpisz numer członkowski."
        ),
        .unknownMember: RefusalPhrase(
            "Nie znamy tego numeru",
            "Sprawdź go i wpisz jeszcze raz albo poproś tę osobę o kartę."
        ),
        .notGuardian: RefusalPhrase(
            "Ta osoba nie działa w imieniu właściciela karty",
            "Jeśli właściciel karty jest na miejscu, wybierz jego albo zapytaj koordynatora."
        ),
        .mistypedNumber: RefusalPhrase(
            "Jeden znak tego numeru się nie zgadza",
            "Porównaj go z kartą i wpisz jeszcze raz."
        ),
        .memberLeft: RefusalPhrase(
            "Ta osoba jest już poza siecią",
            "Jej konto jest zamknięte. Zapytaj koordynatora."
        ),
        .offerClosed: RefusalPhrase(
            "Ta oferta jest niedostępna",
            "Wybierz inną."
        ),
        .notSpending: RefusalPhrase(
            "Tu nie przyjmuje się kredytów",
            "W tej organizacji nie można z nich skorzystać. Zapytaj koordynatora."
        ),
        .nobodyChosen: RefusalPhrase(
            "Nie wybrano nikogo",
            "Wybierz co najmniej jedną osobę."
        ),
        .memberAlike: RefusalPhrase(
            "Może już należy",
            """
            Ten adres e-mail ma już {name}, numer {number}. Sprawdź najpierw, czy to ta sama osoba.
            """,
            otherwise: "Ktoś ma już ten adres e-mail. Sprawdź, czy to ta sama osoba."
        ),
        .memberAlikeByName: RefusalPhrase(
            "Może już należy",
            """
            Tak samo nazywa się i ten sam telefon ma {name}, numer {number}. Sprawdź najpierw, czy \
            to ta sama osoba.
            """,
            otherwise: "Ktoś ma już to imię, nazwisko i telefon. Sprawdź, kto to jest."
        ),
        .memberAlikeHidden: RefusalPhrase(
            "Może już należy",
            """
            Ktoś tutaj ma już ten adres e-mail albo to samo imię, nazwisko i telefon. Zapytaj tę \
            osobę lub koordynatora, czy już należy.
            """
        ),
        .slugTaken: RefusalPhrase(
            "Ta krótka nazwa jest zajęta",
            "Wybierz inną."
        ),
        .numberTaken: RefusalPhrase(
            "Ten numer członkowski jest zajęty",
            "Zostaw puste, a numer powstanie sam."
        ),
    ]
}
