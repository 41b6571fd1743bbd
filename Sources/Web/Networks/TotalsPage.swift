package import Ledger
package import Timebank

/// The report for funders: the totals of a period beside those of the period before, without names.
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
    /// - `sentence`: A sentence that sums up the figures.
    /// - `lines`: The measures. Small counts are replaced by ``TotalsLine/Figure/hidden``
    ///   beforehand.
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
    /// A figure, or the fact that it is hidden.
    package enum Figure: Hashable, Sendable {
        case count(Int64)
        case minutes(Minutes)
        /// The figure is withheld, because it is about too few people and might identify one.
        case hidden
    }

    package let measure: NetworksText
    package let present: Figure
    package let previous: Figure

    /// - `measure`: The name of the measure, as a catalogue text.
    /// - `present`: The figure of the period.
    /// - `previous`: The figure of the period before, which has the same length.
    package init(_ measure: NetworksText, _ present: Figure, before previous: Figure) {
        self.measure = measure
        self.present = present
        self.previous = previous
    }

    fileprivate func now(_ words: Localizer) -> String { said(present, words) }
    fileprivate func before(_ words: Localizer) -> String { said(previous, words) }

    private func said(_ figure: Figure, _ words: Localizer) -> String {
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
