internal import Mustache

/// The fields of a page value by name, as Mustache looks them up.
///
/// Mustache would otherwise reflect on a whole value at each tag; here each value is reflected on
/// once. A field that is `nil` is present as an empty value, so Mustache does not look for it in
/// the enclosing values.
struct Fields: MustacheParent {
    private let fields: [String: Any]

    /// The fields of a page value, recursively, and additional ones in `more`.
    init(_ value: Any, and more: [String: String] = [:]) {
        self.init(Mirror(reflecting: value), and: more)
    }

    private init(_ mirror: Mirror, and more: [String: String] = [:]) {
        var fields: [String: Any] = more
        fields.reserveCapacity(more.count + mirror.children.count)
        for child in mirror.children {
            if let label = child.label { fields[label] = Self.plain(child.value) }
        }
        self.fields = fields
    }

    func child(named name: String) -> Any? { fields[name] }

    /// Converts a value to what Mustache can render: a string, a number, a Boolean, a list or
    /// ``Fields``.
    private static func plain(_ value: Any) -> Any {
        if value is String || value is Bool || value is Int64 { return value }
        let mirror = Mirror(reflecting: value)
        return switch mirror.displayStyle {
        case .optional: mirror.children.first.map { plain($0.value) } ?? Nothing()
        case .collection: mirror.children.map { plain($0.value) }
        default: Fields(mirror)
        }
    }
}

/// The value of an optional field that is `nil`: it renders as nothing and counts as null.
private struct Nothing: MustacheCustomRenderable {
    let renderText = ""
    let isNull = true
}
