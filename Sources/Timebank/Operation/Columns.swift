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

    /// The column as a number of minutes.
    package func minutes(_ column: Int) -> Minutes { Minutes(integer(column)) }

    /// The column as a number of minutes, or nil where it is null.
    package func minutesIfAny(_ column: Int) -> Minutes? {
        integerIfAny(column).map { Minutes($0) }
    }

    /// The column, in microseconds since 1970, as a point in time.
    package func instant(_ column: Int) -> Instant { Instant(microseconds: integer(column)) }

    /// The column as a case of an enumeration that is stored as text.
    ///
    /// - Throws: ``StoreError/failed(_:)`` for a text that no case has.
    package func word<T: RawRepresentable>(_ column: Int) throws -> T
    where T.RawValue == String {
        guard let value = T(rawValue: text(column)) else {
            throw StoreError.failed("no \(T.self) is called \(text(column))")
        }
        return value
    }

    /// The column as a case of an enumeration that is stored as a number.
    ///
    /// - Throws: ``StoreError/failed(_:)`` for a number that no case has.
    package func number<T: RawRepresentable>(_ column: Int) throws -> T
    where T.RawValue == Int64 {
        guard let value = T(rawValue: integer(column)) else {
            throw StoreError.failed("no \(T.self) has the number \(integer(column))")
        }
        return value
    }
}
