/// The directory to which an export writes its files.
package struct ExportFolder: Sendable {
    /// Appends bytes to a file.
    package typealias File = @Sendable ([UInt8]) throws -> Void

    /// Creates a file with a name and returns the function that appends to it.
    package let make: @Sendable (String) throws -> File

    /// Creates a folder in which `make` creates the files.
    package init(make: @escaping @Sendable (String) throws -> File) { self.make = make }
}

/// One CSV file of an export, buffered and written in chunks of about 256 KiB.
final class ExportTable {
    let name: String
    private let file: ExportFolder.File
    private var bytes: [UInt8] = []
    /// The number of rows written so far, without the header.
    private(set) var rows = 0

    /// The size of the buffer that is written, in bytes.
    private static let pieceSize = 256 * 1024

    /// Creates a file and buffers its header.
    init(_ name: String, _ columns: [String], in folder: ExportFolder) throws {
        self.name = name
        file = try folder.make(name)
        CSVWriter.append(columns, to: &bytes)
    }

    /// Adds a row, and writes the buffer if it is full.
    func append(_ cells: [String]) throws {
        CSVWriter.append(cells, to: &bytes)
        rows += 1
        if bytes.count >= Self.pieceSize { try flush() }
    }

    /// Writes the rest of the buffer; call it after the last row.
    func flush() throws {
        if !bytes.isEmpty { try file(bytes) }
        bytes.removeAll(keepingCapacity: true)
    }
}
