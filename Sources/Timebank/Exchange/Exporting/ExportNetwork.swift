internal import Ledger
internal import Store

/// Writes all that a network owns as CSV files, in the order in which it was recorded.
///
/// Not written are passwords, tokens, codes and note secrets: these do not belong to a file that
/// people send each other.
package struct ExportNetwork: Query {
    private let folder: ExportFolder
    private let scheme: Scheme
    private let progress: ImportProgress

    package static let name = "network.export"
    package static let access: Access = .operator
    package var subject: Subject { .network }

    /// An export into a folder, of the files that a scheme has.
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

/// What an export wrote.
package struct ExportReport: Sendable {
    /// A file and how many rows it has below its header.
    package struct File: Hashable, Sendable {
        package let name: String
        package let rows: Int
    }

    package let files: [File]
}
