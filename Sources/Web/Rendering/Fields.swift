internal import Mustache

/// The fields of a value by their names, as a template reaches for them.
///
/// Mustache would otherwise look through a whole value by reflection at each tag; so each value is
/// looked through once. What is not there is found to be nothing, and not looked for in the values
/// around it.
struct Fields: MustacheParent {
    private let fields: [String: Any]

    /// The fields of a page value, and of all values in it, with a few more.
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

    /// A value as Mustache knows it: words, numbers, truth values, lists, and fields.
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

/// What an optional field holds when it holds nothing.
private struct Nothing: MustacheCustomRenderable {
    let renderText = ""
    let isNull = true
}
