internal import Ledger

/// Reads a decimal amount, such as `1.5` or `0,33`.
///
/// This is the only place where decimal amounts are read: pages, API and command line accept whole
/// minutes, or hours and minutes separately.
enum DecimalAmount {
    /// The result of reading an amount.
    enum Reading: Hashable {
        /// From 1 to 1,000,000,000 minutes, rounded half up; `isWhole` says whether nothing was
        /// rounded.
        case minutes(Int64, isWhole: Bool)
        /// Three digits after the only separator: `1.000` may mean one or a thousand.
        case ambiguous
        /// Anything else, and amounts out of range.
        case nothing
    }

    /// Reads an amount in a unit and converts it to minutes.
    ///
    /// It has at most nine digits before the separator and six after it.
    ///
    /// - unit: The minutes in one unit.
    static func read(_ text: String, unit: Int64) -> Reading {
        let parts = text.split(
            separator: /[.,]/,
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        let fraction = parts.count == 2 ? parts[1] : "0"
        guard let whole = parts.first,
            (1...9).contains(whole.utf8.count), (1...6).contains(fraction.utf8.count),
            (whole + fraction).utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
            let units = Int64(whole), let parted = Int64(fraction)
        else { return .nothing }
        if fraction.utf8.count == 3 { return .ambiguous }
        var scale: Int64 = 1
        for _ in fraction.utf8 { scale *= 10 }
        let (product, isTooMany) = (units * scale + parted).multipliedReportingOverflow(by: unit)
        guard !isTooMany else { return .nothing }
        let minutes = product / scale + (product % scale * 2 >= scale ? 1 : 0)
        guard Minutes.movable.contains(Minutes(minutes)) else { return .nothing }
        return .minutes(minutes, isWhole: product.isMultiple(of: scale))
    }
}

extension ImportProblem.Reason {
    /// An amount with two possible meanings; the sentence says how to write each.
    static func ambiguous(_ text: String) -> Self {
        let thousands = text.filter { $0 != "." && $0 != "," }
        return Self(
            code: "ambiguous-amount",
            sentence: "Some read a thousand here, and others a fraction. Write \(thousands) for "
                + "the first and \(text)0 for the second."
        )
    }
}
