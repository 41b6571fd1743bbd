/// What one page shows: a struct of exactly what its template may reach, and nothing else.
///
/// The fields are plain: strings, numbers, truth values, lists of these, and small structs of them.
/// A template looks first in the innermost value and then outwards, so an item of a list does not
/// name a field like one of the page around it; a test holds this.
package protocol Page: Sendable {
    /// The template that shows it.
    static var template: Template { get }
    /// What stands around every page: header, footer, language.
    var frame: Frame { get }
    /// The one `h1`, and the beginning of the window's title.
    var title: String { get }
}
