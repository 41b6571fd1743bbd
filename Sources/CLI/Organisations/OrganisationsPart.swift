extension CommandPart {
    /// Organisations and who works there.
    static var organisations: CommandPart {
        CommandPart(
            "Organisations",
            verbs: [OrganisationCommand.self, StaffCommand.self]
        )
    }
}
