extension OrganisationsRefusal {
    package var english: RefusalPhrase {
        switch self {
        case .organisationClosed:
            RefusalPhrase(
                "This organisation is closed",
                "Nothing new is recorded there. Your coordinator can open it again."
            )
        case .ownAllocation:
            RefusalPhrase(
                "Somebody else grants this",
                "Nobody approves an allocation of their own. Ask another coordinator."
            )
        case .rankTooLow:
            RefusalPhrase(
                "That role is above your own",
                "You can give roles below your own. Ask somebody whose role is higher."
            )
        }
    }
}
