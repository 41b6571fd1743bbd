/// A Mustache template: a page, or a partial that pages include.
///
/// The build embeds the template files in the executable, so that one file is all there is to
/// install. A template that only one part's pages use is a static member in the folder of that
/// part, and listed in its ``WebPart``.
package struct Template: Hashable, Sendable {
    /// The name under which it is rendered or included by another template.
    package let name: String
    /// The Mustache source.
    let source: String

    /// - `source`: The Mustache source.
    package init(_ name: String, source: String) {
        self.name = name
        self.source = source
    }

    /// - `file`: The bytes of an embedded file, in UTF-8.
    init(_ name: String, _ file: [UInt8]) {
        self.init(name, source: String(decoding: file, as: UTF8.self))
    }
}

// The pages that several parts use.
extension Template {
    static let detail = Template("detail", PackageResources.detail_mustache)
    static let done = Template("done", PackageResources.done_mustache)
    static let error = Template("error", PackageResources.error_mustache)
    static let form = Template("form", PackageResources.form_mustache)
    static let front = Template("front", PackageResources.front_mustache)
    static let help = Template("help", PackageResources.help_mustache)
    static let list = Template("list", PackageResources.list_mustache)
    static let start = Template("start", PackageResources.start_mustache)
}

// The partials that pages include.
extension Template {
    static let layout = Template("layout", PackageResources.layout_mustache)
    static let back = Template("back", PackageResources.back_mustache)
    static let controls = Template("controls", PackageResources.controls_mustache)
    static let fields = Template("fields", PackageResources.fields_mustache)
    static let links = Template("links", PackageResources.links_mustache)
    static let mistakes = Template("mistakes", PackageResources.mistakes_mustache)
    static let ring = Template("ring", PackageResources.ring_mustache)
    static let rows = Template("rows", PackageResources.rows_mustache)
    static let tokens = Template("tokens", PackageResources.tokens_mustache)

    /// The templates that belong to no part: pages and partials.
    static let shared: [Template] = [
        .detail, .done, .error, .form, .front, .help, .list, .start, .layout, .back, .controls,
        .fields, .links, .mistakes, .ring, .rows, .tokens,
    ]
}
