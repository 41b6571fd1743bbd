/// Which program wrote a file to import.
package enum ImportFormat: String, CaseIterable, Codable, Sendable {
    /// Ours, and the spreadsheets people make by hand.
    case commonhour
    /// The users and transfers of TimeOverflow, without a header, and its reports of both.
    case timeoverflow
    /// Komunitin's list of payments (payer, payee, description, amount) and what it exports.
    case komunitin

    /// The kinds of file that this format has, in the order in which they are imported.
    package func kinds(of scheme: Scheme) -> [FileKind] {
        scheme.importedFiles.filter { reading(of: $0) != nil }
    }

    /// How it is read what a file of a kind holds; nil where this format has no such file.
    func reading(of kind: FileKind) -> FileReading? {
        self == .commonhour ? kind.reading : kind.peers[self]
    }
}
