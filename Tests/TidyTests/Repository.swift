import Foundation

/// The Swift files of this repository, as the rules read them.
enum Repository {
    /// The folder that `Package.swift` stands in.
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()

    /// What the program is made of.
    static let sources = files(under: "Sources")

    /// Everything that people read and change: sources, tests and benchmarks.
    static let everything = sources + files(under: "Tests") + files(under: "Benchmarks")

    /// The rooms that stand in a folder, links to them too.
    static func rooms(in folder: String) -> Set<String> {
        let found = try? FileManager.default.contentsOfDirectory(
            atPath: root.appending(path: folder).path
        )
        return Set(found ?? [])
    }

    private static func files(under folder: String) -> [SourceFile] {
        // A folder that is not there has no files; that the important ones are there is a test.
        let found = try? FileManager.default.subpathsOfDirectory(
            atPath: root.appending(path: folder).resolvingSymlinksInPath().path
        )
        return (found ?? [])
            .filter { $0.hasSuffix(".swift") && !$0.contains(".build/") }
            .sorted()
            .map { "\(folder)/\($0)" }
            .compactMap { path in
                let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8)
                return text.map { SourceFile(path: path, text: $0) }
            }
    }
}
