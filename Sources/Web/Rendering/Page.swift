/// The data of one page: a struct of exactly the fields that its template may read.
///
/// The fields are strings, numbers, Booleans, small structs of these, and lists. A template looks a
/// name up in the innermost value first and then in the enclosing ones. An optional field of a
/// nested value therefore must not have the name of a field of an enclosing value; a test checks
/// this.
package protocol Page: Sendable {
    /// The template that renders it.
    static var template: Template { get }
    /// What surrounds every page: header, footer, language.
    var frame: Frame { get }
    /// The text of the only `h1`, and the first part of the window title.
    var title: String { get }
}
