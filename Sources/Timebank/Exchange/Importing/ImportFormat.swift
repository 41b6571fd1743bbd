/// The program that wrote a file to import.
package enum ImportFormat: String, CaseIterable, Codable, Sendable {
    /// Files that Commonhour exports, and spreadsheets made by hand with the same columns.
    case commonhour
    /// TimeOverflow's files of users and transfers, which have no header, and its reports of both.
    case timeoverflow
    /// Komunitin's payments: a list (payer, payee, description, amount) or its export.
    case komunitin

    /// Returns the kinds of file that this format has, in the order in which to import them.
    package func kinds(of scheme: Scheme) -> [FileKind] {
        scheme.importedFiles.filter { reading(of: $0) != nil }
    }

    /// Returns how to read a kind of file; nil if this format has no such file.
    func reading(of kind: FileKind) -> FileReading? {
        self == .commonhour ? kind.reading : kind.peers[self]
    }
}
