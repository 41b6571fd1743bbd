internal import CLibpq
internal import Store

/// Where a database is, in the words of libpq: `postgres://user@host1,host2/database?…`.
struct Address: Sendable {
    /// Keywords and values, each once.
    private let settings: [String: String]

    /// Reads an address.
    ///
    /// - Throws: ``StoreError/unreadable(_:)``, which does not repeat the address, for it may hold
    ///   a password.
    init(_ text: String) throws {
        guard let list = PQconninfoParse(text, nil) else {
            throw StoreError.unreadable(
                "its address is not like postgres://user@host/database"
            )
        }
        defer { PQconninfoFree(list) }
        var settings = Self.standard
        var option = list
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val {
                settings[String(cString: keyword)] = String(cString: value)
            }
            option += 1
        }
        self.settings = settings
    }

    /// What holds unless the address says otherwise.
    ///
    /// A host that is cut off is noticed within a quarter of a minute.
    private static let standard = [
        "target_session_attrs": "read-write", "application_name": "commonhour",
        "client_encoding": "UTF8", "connect_timeout": "5", "keepalives_idle": "5",
        "keepalives_interval": "3", "keepalives_count": "3", "tcp_user_timeout": "15000",
    ]

    /// The address as it may be shown: no password in it.
    var shown: String {
        let host = settings["host"] ?? settings["hostaddr"] ?? ""
        // Several hosts without a port have nothing but commas there.
        let port = settings["port"].flatMap { $0.contains(/[0-9]/) ? ":\($0)" : nil } ?? ""
        return host.hasPrefix("/")
            ? "postgres:///\(name)?host=\(host)" : "postgres://\(host)\(port)/\(name)"
    }

    /// The name of the database.
    var name: String { settings["dbname"] ?? settings["user"] ?? "postgres" }

    /// What to do next where nobody answers or nobody is let in, going by what libpq says of it.
    ///
    /// The words may be in the database's own language; then the advice is for every case.
    static func advice(after words: String) -> String {
        if words.contains("read-only") || words.contains("hot standby") {
            return """
                Only a standby answers there, which takes no changes. Name the database that leads \
                in the address as well, or promote this one.
                """
        }
        if words.contains("certificate") {
            return """
                Look at the name in the database's certificate, which has to be the host in the \
                address, and at the file that sslrootcert= names.
                """
        }
        if words.contains("password") {
            return "Put the right password into ~/.pgpass, which only its owner may read."
        }
        if words.contains("does not exist") {
            return "Look for a slip in the address, or make what is missing: createuser, createdb."
        }
        return """
            Look whether the database runs there and lets this machine in, and whether the address \
            is right.
            """
    }

    /// Opens a connection, however it ends.
    func connect() -> OpaquePointer? {
        let pairs = settings.sorted { $0.key < $1.key }
        return Self.withCStrings(pairs.map(\.key)) { keywords in
            Self.withCStrings(pairs.map(\.value)) { values in
                PQconnectdbParams(keywords, values, 0)
            }
        }
    }

    /// Calls `body` with a list of texts that ends with nothing.
    private static func withCStrings<T>(
        _ texts: [String],
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> T
    ) -> T {
        let bytes = texts.map { Array($0.utf8CString) }
        let starts = bytes.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
        return Array(bytes.joined()).withUnsafeBufferPointer { all in
            let pointers =
                starts.dropLast().map { start in all.baseAddress?.advanced(by: start) } + [nil]
            return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
        }
    }
}
