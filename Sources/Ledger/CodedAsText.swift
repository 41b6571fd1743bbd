/// A value that is encoded, in JSON too, as the text that people see.
public protocol CodedAsText: LosslessStringConvertible, Codable {}

extension CodedAsText {
    /// Decodes the text.
    ///
    /// - Throws: `DecodingError.dataCorrupted` for a text that is not a value of this type.
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

    /// Encodes the text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
