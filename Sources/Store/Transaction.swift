/// The one handle on a transaction under way.
///
/// A statement is a literal and nothing else, so no value can ever become part of its text; values
/// are arguments, bound to `$1`, `$2` and so on by number. Being a literal is also what lets a
/// driver know a statement again without reading it: each is prepared once.
///
/// The calls are inlined where they stand, so that the list of arguments is made without asking the
/// run-time for the types of a pack.
package struct Transaction {
    @usableFromInline let session: any Session

    /// A handle on a driver's session.
    package init(_ session: any Session) { self.session = session }

    /// Runs a statement that has no result; it may travel with the next read or the commit.
    @inlinable package func run<each V: Bindable>(
        _ sql: StaticString,
        _ values: repeat each V
    ) throws {
        try session.run(sql, list(repeat each values))
    }

    /// Runs a statement and returns how many rows it changed.
    @inlinable package func change<each V: Bindable>(
        _ sql: StaticString,
        _ values: repeat each V
    ) throws -> Int {
        try session.change(sql, list(repeat each values))
    }

    /// The first row of the result, made into a value; nil where there is none.
    @inlinable package func first<T, each V: Bindable>(
        _ sql: StaticString,
        _ values: repeat each V,
        as make: (Row) throws -> T
    ) throws -> T? {
        var found: T?
        try session.each(sql, list(repeat each values)) { row in
            found = try make(row)
            return false
        }
        return found
    }

    /// All rows of the result, each made into a value; for lists that are bounded by `LIMIT`.
    @inlinable package func all<T, each V: Bindable>(
        _ sql: StaticString,
        _ values: repeat each V,
        as make: (Row) throws -> T
    ) throws -> [T] {
        var found: [T] = []
        try session.each(sql, list(repeat each values)) { row in
            found.append(try make(row))
            return true
        }
        return found
    }

    /// Shows each row of a result of any length, until `body` returns false.
    @inlinable package func each<each V: Bindable>(
        _ sql: StaticString,
        _ values: repeat each V,
        do body: (Row) throws -> Bool
    ) throws {
        try session.each(sql, list(repeat each values), body)
    }

    /// The id under which nothing can still be committed: what reads "everything since" stops here.
    package func horizon() throws -> Int64 { try session.horizon() }

    @inlinable func list<each V: Bindable>(_ values: repeat each V) -> [Value] {
        var list: [Value] = []
        list.reserveCapacity(16)
        repeat list.append((each values).bound)
        return list
    }
}
