/// Where an export puts its files.
package struct ExportFolder: Sendable {
    /// Takes the next bytes of a file.
    package typealias File = @Sendable ([UInt8]) throws -> Void

    /// Makes a new file of a name, and gives what its bytes go to.
    package let make: @Sendable (String) throws -> File

    /// A folder in which files are made like this.
    package init(make: @escaping @Sendable (String) throws -> File) { self.make = make }
}

/// One file of an export, written a piece at a time.
final class ExportTable {
    let name: String
    private let file: ExportFolder.File
    private var bytes: [UInt8] = []
    /// How many rows were written below the header.
    private(set) var rows = 0

    private static let pieceSize = 256 * 1024

    /// A new file with its header.
    init(_ name: String, _ columns: [String], in folder: ExportFolder) throws {
        self.name = name
        file = try folder.make(name)
        CSVWriter.append(columns, to: &bytes)
    }

    /// Writes a row.
    func append(_ cells: [String]) throws {
        CSVWriter.append(cells, to: &bytes)
        rows += 1
        if bytes.count >= Self.pieceSize { try flush() }
    }

    /// Writes what is left.
    func flush() throws {
        if !bytes.isEmpty { try file(bytes) }
        bytes.removeAll(keepingCapacity: true)
    }
}
