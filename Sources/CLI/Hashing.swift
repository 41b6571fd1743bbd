internal import Glibc
internal import Timebank

/// The cost of hashing a password.
enum Hashing {
    /// The standard cost.
    ///
    /// In a debug build it is next to nothing where `COMMONHOUR_TEST_HASHING` is `cheap`, for tests
    /// that sign in hundreds of times.
    static var cost: PasswordCost {
        #if DEBUG
            if getenv("COMMONHOUR_TEST_HASHING").map({ String(cString: $0) }) == "cheap" {
                return PasswordCost(logRounds: 2, blockSize: 1, lanes: 1)
            }
        #endif
        return .standard
    }
}
