/// Where the code of a part is: in a folder of its name in each storey.
enum Rooms {
    /// Folders that belong to no part, and what each is for.
    static let mechanisms: [String: Set<String>] = [
        // How operations are carried out, what fields and tables say, and what works on all of
        // them.
        "Timebank": ["Operation", "Fields", "Scheme", "Migrations", "Copying", "Texts", "Time"],
        // The server, the API's and the pages' machinery, and values that several parts show.
        "Web": [
            "API", "Fields", "Navigation", "Pages", "Parts", "Public", "Rendering", "Server",
            "Templates",
        ],
        // Options that stand for fields, and handing a change over to a running server.
        "CLI": ["Fields", "Handover", "Parts"],
    ]

    /// The parts: folders of `Timebank` with a list of what they add.
    static func parts(in files: [SourceFile]) -> Set<String> {
        Set(
            files.compactMap { file in
                let path = file.path.split(separator: "/").map(String.init)
                guard path.count == 4, path[1] == "Timebank", path[3] == "\(path[2])Part.swift"
                else { return nil }
                return path[2]
            }
        )
    }

    /// Files in a folder that is neither a part's nor on the list.
    static func strange(in files: [SourceFile]) -> [Finding] {
        let parts = parts(in: files)
        return files.compactMap { file in
            let path = file.path.split(separator: "/").map(String.init)
            guard path.count > 3, path[0] == "Sources", let known = mechanisms[path[1]],
                !known.contains(path[2]), !parts.contains(path[2])
            else { return nil }
            return file.finding(1, "\(path[2]) is no part of the scheme")
        }
    }
}
