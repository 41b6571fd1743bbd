/// A file that every page may ask for, kept in the program itself.
///
/// Its address holds a fingerprint of its bytes, so a browser may keep it for a year and still
/// asks again when it changes.
package enum Asset: String, CaseIterable, Hashable, Sendable {
    case style, script, mark

    /// The bytes to send, not compressed.
    package var bytes: [UInt8] {
        switch self {
        case .style: PackageResources.style_css
        case .script: PackageResources.app_js
        case .mark: PackageResources.mark_svg
        }
    }

    /// The value of `Content-Type`.
    package var type: String {
        switch self {
        case .style: "text/css; charset=utf-8"
        case .script: "text/javascript; charset=utf-8"
        case .mark: "image/svg+xml"
        }
    }

    /// The name in its address, such as `style-0123456789abcdef.css`.
    package var file: String { Self.files[self] ?? rawValue }

    /// The asset of this name, or `nil` if it was never ours or has changed since.
    package init?(file: String) {
        guard let asset = Self.allCases.first(where: { $0.file == file }) else { return nil }
        self = asset
    }

    private static let files = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0, "\($0.rawValue)-\($0.fingerprint).\($0.ending)") }
    )

    private var ending: String {
        switch self {
        case .style: "css"
        case .script: "js"
        case .mark: "svg"
        }
    }

    /// FNV-1a in 64 bits: enough to tell two editions of a file apart, and not meant to be secret.
    private var fingerprint: String {
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
