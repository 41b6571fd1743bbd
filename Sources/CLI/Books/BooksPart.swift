extension CommandPart {
    /// The store: its schema, its books, and copies of it.
    static var books: CommandPart {
        CommandPart(
            "Books",
            verbs: [
                Migrate.self, VerifyCommand.self, BackupCommand.self,
                RestoreCommand.self, CopyCommand.self, DoctorCommand.self,
            ]
        )
    }
}
