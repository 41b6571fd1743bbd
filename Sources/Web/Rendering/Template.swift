/// A template by its name: what shows a page, or what pages are put together from.
///
/// The build puts each file into the program as bytes, so one binary is all there is to install.
/// A template that only a part's pages have is a static member in the folder of the part, which
/// lists it in its ``WebPart``.
package struct Template: Hashable, Sendable {
    /// What it is called, here and where another template includes it.
    package let name: String
    /// The text of the file.
    let source: String

    /// A template with this text.
    package init(_ name: String, source: String) {
        self.name = name
        self.source = source
    }

    /// A template from a file of the program.
    init(_ name: String, _ file: [UInt8]) {
        self.init(name, source: String(decoding: file, as: UTF8.self))
    }
}

// Pages that several parts show.
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

// What pages are put together from.
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

    /// Those that belong to no part.
    static let shared: [Template] = [
        .detail, .done, .error, .form, .front, .help, .list, .start, .layout, .back, .controls,
        .fields, .links, .mistakes, .ring, .rows, .tokens,
    ]
}
