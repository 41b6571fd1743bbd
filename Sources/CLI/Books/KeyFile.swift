internal import Timebank

/// The file beside the store with the key that signs seals; only its owner may read it.
struct KeyFile {
    let path: String

    /// The key file of the store at this path.
    init(beside store: String) { path = store + ".key" }

    /// The key; a new one is made where there is no file.
    ///
    /// - Throws: ``CommandRefusal`` for a file that contains no key.
    func key() throws -> SealKey {
        if !Files.exists(path) {
            let digits = Hex.text(Randomness.dice.bytes(SealKey.length))
            try Files.make(path, holding: Array("\(digits)\n".utf8))
        }
        guard let key = read() else {
            throw CommandRefusal(
                sentence: """
                    \(path) holds no signing key: it should be one line of 64 digits. Bring back \
                    your copy, or move it away to have a new one made.
                    """
            )
        }
        return key
    }

    /// The key; nil where there is no file or no key in it.
    func read() -> SealKey? {
        guard let bytes = Files.bytes(path) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
        return Hex.bytes(text).flatMap { SealKey(raw: $0) }
    }
}
