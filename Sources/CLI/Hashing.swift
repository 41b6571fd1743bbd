internal import Glibc
internal import Timebank

/// How much work a password is to this program.
enum Hashing {
    /// The standard cost; in a debug build next to nothing where `COMMONHOUR_TEST_HASHING` says
    /// `cheap`, for tests that sign in some hundred times.
    static var cost: PasswordCost {
        #if DEBUG
            if getenv("COMMONHOUR_TEST_HASHING").map({ String(cString: $0) }) == "cheap" {
                return PasswordCost(logRounds: 2, blockSize: 1, lanes: 1)
            }
        #endif
        return .standard
    }
}
