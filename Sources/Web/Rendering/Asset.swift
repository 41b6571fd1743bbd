/// A static file that every page may request, embedded in the executable.
///
/// Its address contains a hash of its bytes, so a browser may cache it for a year and requests the
/// new one as soon as the content changes.
package enum Asset: String, CaseIterable, Hashable, Sendable {
    case style, script, mark

    /// The bytes of the file, uncompressed.
    package var bytes: [UInt8] {
        switch self {
        case .style: PackageResources.style_css
        case .script: PackageResources.app_js
        case .mark: PackageResources.mark_svg
        }
    }

    /// The value of the `Content-Type` header.
    package var type: String {
        switch self {
        case .style: "text/css; charset=utf-8"
        case .script: "text/javascript; charset=utf-8"
        case .mark: "image/svg+xml"
        }
    }

    /// The file name in its address, such as `style-0123456789abcdef.css`.
    package var file: String { Self.files[self] ?? rawValue }

    /// The asset with this file name, or `nil` if there is none with this hash.
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

    /// The 64-bit FNV-1a hash of the file, in 16 hexadecimal digits.
    ///
    /// It only has to differ between versions of a file; it needs no cryptographic strength.
    private var fingerprint: String {
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
