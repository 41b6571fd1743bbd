package import Ledger
public import Store

extension ID: Bindable {
    package var bound: Value { .integer(raw) }
}

extension Minutes: Bindable {
    package var bound: Value { .integer(count) }
}

extension Instant: Bindable {
    package var bound: Value { .integer(microseconds) }
}

extension Row {
    /// The column as an id.
    package func id<Of>(_ column: Int) -> ID<Of> { ID(raw: integer(column)) }

    /// The column as an id, or nil where it is null.
    package func idIfAny<Of>(_ column: Int) -> ID<Of>? { integerIfAny(column).map { ID(raw: $0) } }

    /// The column as minutes.
    package func minutes(_ column: Int) -> Minutes { Minutes(integer(column)) }

    /// The column as minutes, or nil where it is null.
    package func minutesIfAny(_ column: Int) -> Minutes? {
        integerIfAny(column).map { Minutes($0) }
    }

    /// The column as a moment.
    package func instant(_ column: Int) -> Instant { Instant(microseconds: integer(column)) }

    /// The column as one of a closed list of words or numbers.
    ///
    /// - Throws: ``StoreError/failed(_:)`` for a word that is not on the list.
    package func word<T: RawRepresentable>(_ column: Int) throws -> T
    where T.RawValue == String {
        guard let value = T(rawValue: text(column)) else {
            throw StoreError.failed("no \(T.self) is called \(text(column))")
        }
        return value
    }

    /// The column as one of a closed list of numbers.
    ///
    /// - Throws: ``StoreError/failed(_:)`` for a number that is not on the list.
    package func number<T: RawRepresentable>(_ column: Int) throws -> T
    where T.RawValue == Int64 {
        guard let value = T(rawValue: integer(column)) else {
            throw StoreError.failed("no \(T.self) has the number \(integer(column))")
        }
        return value
    }
}
