import Timebank

/// Returns whether an error is a refusal of any part.
///
/// It is meant for `#expect { … } throws: { isRefusal($0) }`.
package func isRefusal(_ error: any Error) -> Bool { error is any Refusal }
