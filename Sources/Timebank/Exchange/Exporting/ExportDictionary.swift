extension ExportWriting {
    /// Writes `dictionary.csv`, which explains each column of each file, and `README.txt`, which
    /// explains how to import the files again.
    mutating func writeDictionary(of kinds: [FileKind]) throws {
        try write("dictionary.csv", ["file", "column", "meaning"]) { row in
            for kind in kinds {
                for column in kind.columns { try row([kind.file, column.name, column.meaning]) }
            }
        }
        try write("README.txt", text: Self.readme(of: kinds))
    }

    private static func readme(of kinds: [FileKind]) -> String {
        beginning + kinds.filter { !$0.isImported }.map(\.file).joined(separator: ", ") + ".\n\n"
            + kinds.filter(\.isImported).map { kind in
                "  commonhour import --network SLUG --kind \(kind.name) \(kind.file)\n"
            }.joined() + end
    }

    private static let beginning = """
        These files are all that one network of Commonhour owns, in the order in which it was
        recorded. What each column means stands in dictionary.csv.

        They are CSV: UTF-8, commas, quotation marks where needed. A cell that begins with
        = + - @, a tab or a return has an apostrophe before it, so that no spreadsheet takes it
        for a formula; the import takes it off again. Amounts are whole minutes.

        There are no passwords, sign-in codes or note secrets in them. There are people's names
        and addresses: keep the folder where nobody else can read it.

        To bring the network in elsewhere, make an empty one and import the files in the order
        below. These stay behind, for they are the record of the server that kept them:

        """

    private static let end = """

        Nobody can sign in there yet: hand over a code to each who should. Whoever has a role
        and is no member of the network comes as a name, without a way to sign in.

        """
}
