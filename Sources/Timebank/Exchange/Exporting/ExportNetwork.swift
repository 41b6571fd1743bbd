internal import Ledger
internal import Store

/// Writes all data of a network as CSV files, with rows in the order in which they were recorded.
///
/// Passwords, tokens, sign-in codes and note secrets are left out, because people send such files
/// to each other.
package struct ExportNetwork: Query {
    private let folder: ExportFolder
    private let scheme: Scheme
    private let progress: ImportProgress

    package static let name = "network.export"
    package static let access: Access = .operator
    package var subject: Subject { .network }

    /// Creates an export of all files of a scheme to a folder.
    package init(
        to folder: ExportFolder,
        of scheme: Scheme,
        progress: ImportProgress = .unwatched
    ) {
        self.folder = folder
        self.scheme = scheme
        self.progress = progress
    }

    package func answer(at view: View) throws -> ExportReport {
        var writing = try ExportWriting(view, folder, progress)
        for kind in scheme.files { try writing.write(kind) }
        try writing.writeDictionary(of: scheme.files)
        return ExportReport(files: writing.files)
    }
}

/// The result of an export.
package struct ExportReport: Sendable {
    /// A file and its number of rows, without the header.
    package struct File: Hashable, Sendable {
        package let name: String
        package let rows: Int
    }

    package let files: [File]
}
