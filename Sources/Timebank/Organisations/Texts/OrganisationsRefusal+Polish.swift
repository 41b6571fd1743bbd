extension OrganisationsRefusal {
    package var polish: RefusalPhrase {
        switch self {
        case .organisationClosed:
            RefusalPhrase(
                "Ta organizacja jest zamknięta",
                "Nic nowego się tam nie zapisuje. Koordynator może ją otworzyć na nowo."
            )
        case .ownAllocation:
            RefusalPhrase(
                "Przydziela to ktoś inny",
                "Nikt nie zatwierdza własnego przydziału. Poproś innego koordynatora."
            )
        case .rankTooLow:
            RefusalPhrase(
                "Ta rola jest wyższa niż Twoja",
                "Możesz nadawać role niższe niż Twoja. Zwróć się do kogoś z wyższą rolą."
            )
        }
    }
}
