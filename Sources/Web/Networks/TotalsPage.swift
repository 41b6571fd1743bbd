package import Ledger
package import Timebank

/// What a funder sees: totals of a period beside those of the one before, and nobody's name.
package struct TotalsPage: Page {
    package static let template = Template.totals
    package let frame: Frame
    package let title: String
    let lead: String
    let sentence: String
    let caption: String
    let totals: [TotalsRow]
    let note: String

    /// - `from`: The first day of the period.
    /// - `to`: The last day of the period.
    /// - `sentence`: What the figures show, in one sentence.
    /// - `lines`: The measures; small counts are hidden before they come here, as ``hidden``.
    package init(
        frame: Frame,
        from: Day,
        to: Day,
        sentence: String,
        lines: [TotalsLine]
    ) {
        let words = frame.words
        self.frame = frame
        title = words(NetworksText.totalsTitle)
        lead = words(
            NetworksText.totalsPeriod,
            ["from": .word(words.day(from, .dated)), "to": .word(words.day(to, .dated))]
        )
        self.sentence = sentence
        caption = words(NetworksText.totalsCaption)
        totals = lines.map { line in
            TotalsRow(
                measure: words(line.measure),
                now: line.now(words),
                before: line.before(words)
            )
        }
        note = words(NetworksText.totalsNote)
    }
}

/// One measure in two periods.
package struct TotalsLine: Hashable, Sendable {
    /// A figure as it may be shown.
    package enum Figure: Hashable, Sendable {
        case count(Int64)
        case minutes(Minutes)
        /// Too few people for a number.
        case hidden
    }

    package let measure: NetworksText
    package let present: Figure
    package let previous: Figure

    /// - `measure`: Its name in the catalogue: `totalsGave`, `totalsHoursGiven`, ….
    /// - `present`: In the period.
    /// - `previous`: In the period before it, of the same length.
    package init(_ measure: NetworksText, _ present: Figure, before previous: Figure) {
        self.measure = measure
        self.present = present
        self.previous = previous
    }

    fileprivate func now(_ words: Voice) -> String { said(present, words) }
    fileprivate func before(_ words: Voice) -> String { said(previous, words) }

    private func said(_ figure: Figure, _ words: Voice) -> String {
        switch figure {
        case .count(let count): Catalogue.number(count, in: words.language)
        case .minutes(let minutes): words.hours(minutes)
        case .hidden: words(NetworksText.totalsHidden)
        }
    }
}

/// A measure as the template shows it.
struct TotalsRow: Hashable, Sendable {
    let measure: String
    let now: String
    let before: String
}

extension Template {
    static let totals = Template("totals", PackageResources.totals_mustache)
}
