internal import Ledger

/// An amount that is written with digits after a point or a comma, such as `1.5` or `0,33`.
///
/// This is the only place where fractions are read: pages, API and command line take whole minutes,
/// or hours and minutes apart.
enum DecimalAmount {
    /// What an amount says.
    enum Reading: Hashable {
        /// From 1 to 1,000,000,000 minutes; half a minute and more was rounded up.
        case minutes(Int64, isWhole: Bool)
        /// `1,000` and `1.000` are a thousand to some and one to others.
        case ambiguous
        case nothing
    }

    /// Reads an amount of units of so many minutes.
    ///
    /// At most nine digits before the separator and six after it. Three digits after the only
    /// separator are not taken for either reading.
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
    /// An amount that can be read in two ways, with both ways to write it plainly.
    static func ambiguous(_ text: String) -> Self {
        let thousands = text.filter { $0 != "." && $0 != "," }
        return Self(
            code: "ambiguous-amount",
            sentence: "Some read a thousand here, and others a fraction. Write \(thousands) for "
                + "the first and \(text)0 for the second."
        )
    }
}
