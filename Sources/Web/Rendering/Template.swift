/// The templates, by the names of their files.
///
/// The build puts each file into the program as bytes, so one binary is all there is to install.
package enum Template: String, CaseIterable, Hashable, Sendable {
    // Pages.
    case confirm, detail, done, error, form, front, help, home, list, start, totals, till
    // What pages are put together from.
    case layout
    case back, controls, fields, links, mistakes, ring, rows, sealed

    /// The text of the file.
    var source: String {
        String(decoding: bytes, as: UTF8.self)
    }

    private var bytes: [UInt8] {
        switch self {
        case .confirm: PackageResources.confirm_mustache
        case .detail: PackageResources.detail_mustache
        case .done: PackageResources.done_mustache
        case .error: PackageResources.error_mustache
        case .form: PackageResources.form_mustache
        case .front: PackageResources.front_mustache
        case .help: PackageResources.help_mustache
        case .home: PackageResources.home_mustache
        case .list: PackageResources.list_mustache
        case .start: PackageResources.start_mustache
        case .totals: PackageResources.totals_mustache
        case .till: PackageResources.till_mustache
        case .layout: PackageResources.layout_mustache
        case .back: PackageResources.back_mustache
        case .controls: PackageResources.controls_mustache
        case .fields: PackageResources.fields_mustache
        case .links: PackageResources.links_mustache
        case .mistakes: PackageResources.mistakes_mustache
        case .ring: PackageResources.ring_mustache
        case .rows: PackageResources.rows_mustache
        case .sealed: PackageResources.sealed_mustache
        }
    }
}
