internal import Timebank

/// The key that signs seals, in a file beside the store that only its owner may read.
struct KeyFile {
    /// Where it lies.
    let path: String

    /// The key's file of a store.
    init(beside store: String) { path = store + ".key" }

    /// The key, made where there is none yet.
    ///
    /// - Throws: ``CommandRefusal`` for a file that holds no key.
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

    /// The key that is there; nil for none, or for a file that holds none.
    func read() -> SealKey? {
        guard let bytes = Files.bytes(path) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
        return Hex.bytes(text).flatMap { SealKey(raw: $0) }
    }
}
