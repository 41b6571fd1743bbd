import Timebank

/// Whether an error is a refusal, of whatever part: for `#expect { … } throws: { isRefusal($0) }`.
package func isRefusal(_ error: any Error) -> Bool { error is any Refusal }
