/// A value that is written and read, in JSON too, as the text that people see.
public protocol CodedAsText: LosslessStringConvertible, Codable {}

extension CodedAsText {
    /// Reads the text and checks it.
    ///
    /// - Throws: `DecodingError.dataCorrupted` if the text stands for no value of this kind.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "This text is no \(Self.self)."
            )
        }
        self = value
    }

    /// Writes the text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
