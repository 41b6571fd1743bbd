internal import CLibpq
internal import Store

/// The address of a database, as libpq understands it: `postgres://user@host1,host2/database?…`.
struct Address: Sendable {
    /// The connection parameters of libpq.
    private let settings: [String: String]

    /// Parses an address.
    ///
    /// - Throws: ``StoreError/unreadable(_:)`` without the address, which may contain a password.
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

    /// Parameters that apply unless the address has others.
    ///
    /// With these a host that is cut off is noticed within 15 seconds.
    private static let standard = [
        "target_session_attrs": "read-write", "application_name": "commonhour",
        "client_encoding": "UTF8", "connect_timeout": "5", "keepalives_idle": "5",
        "keepalives_interval": "3", "keepalives_count": "3", "tcp_user_timeout": "15000",
    ]

    /// The address without its password, for messages.
    var shown: String {
        let host = settings["host"] ?? settings["hostaddr"] ?? ""
        // Several hosts without ports leave only commas in `port`.
        let port = settings["port"].flatMap { $0.contains(/[0-9]/) ? ":\($0)" : nil } ?? ""
        return host.hasPrefix("/")
            ? "postgres:///\(name)?host=\(host)" : "postgres://\(host)\(port)/\(name)"
    }

    var name: String { settings["dbname"] ?? settings["user"] ?? "postgres" }

    /// What to do after a failed connection, going by the message of libpq.
    ///
    /// The message may be in another language than English; then the advice covers every case.
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

    /// Connects; the caller asks for the state of what is returned.
    func connect() -> OpaquePointer? {
        let pairs = settings.sorted { $0.key < $1.key }
        return Self.withCStrings(pairs.map(\.key)) { keywords in
            Self.withCStrings(pairs.map(\.value)) { values in
                PQconnectdbParams(keywords, values, 0)
            }
        }
    }

    /// Calls `body` with a null-terminated array of C strings.
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
