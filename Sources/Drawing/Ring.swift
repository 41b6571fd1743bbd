/// An hour, drawn: a ring of ticks of which some are lit, clockwise from the top.
///
/// The ring never stands alone: the amount is written beside it or inside it, and the drawing
/// itself is hidden from screen readers, which would only hear it twice.
package struct Ring: Hashable, Sendable {
    /// How many ticks there are: sixty for an hour, twelve for the small mark.
    package let ticks: Int
    /// How many of them are lit.
    package let lit: Int

    /// The ring of an amount of minutes: what is past the last full hour is lit.
    ///
    /// Whole hours light all sixty, and nothing lights none. An amount below zero lights what the
    /// same amount above zero would; that it is below is said in words.
    package init(minutes: Int64) {
        let past = Int((minutes % 60).magnitude)
        ticks = 60
        lit = past == 0 && minutes != 0 ? 60 : past
    }

    private init(ticks: Int, lit: Int) {
        self.ticks = ticks
        self.lit = lit
    }

    /// The small mark: a ring of twelve, lit from the top to the bottom.
    package static let mark = Ring(ticks: 12, lit: 7)

    /// The ring as SVG, 100 by 100 units; `ring-lit` and `ring-rest` are its two classes.
    package var svg: SVG {
        let outline = outline
        let strokes = [
            (name: "ring-rest", path: outline[lit...].joined()),
            (name: "ring-lit", path: outline[..<lit].joined()),
        ]
        return SVG(
            "svg",
            [
                "class": ticks == 12 ? "mark" : "ring",
                "viewBox": "0 0 100 100",
                "aria-hidden": "true",
                "focusable": "false",
            ],
            strokes.filter { !$0.path.isEmpty }
                .map { SVG("path", ["class": $0.name, "d": $0.path]) }
        )
    }

    /// The path of each tick, from the top clockwise.
    private var outline: [String] {
        let inner = ticks == 12 ? 25.0 : 40
        let turn = ticks == 12 ? Turn.twelfth : Turn.sixtieth
        var paths: [String] = []
        var direction = Turn.none
        for _ in 0..<ticks {
            paths.append(
                "M\(direction.point(at: inner))L\(direction.point(at: ticks == 12 ? 45 : 48.5))"
            )
            direction = direction.followed(by: turn)
        }
        return paths
    }
}

/// A turn clockwise from the top, kept as its cosine and sine.
///
/// Adding turns needs only products, so the drawing needs no library of mathematics.
private struct Turn {
    let cosine: Double
    let sine: Double

    static let none = Turn(cosine: 1, sine: 0)
    static let sixtieth = Turn(cosine: 0.994_521_895_368_273_3, sine: 0.104_528_463_267_653_47)
    static let twelfth = Turn(cosine: 0.866_025_403_784_438_6, sine: 0.5)

    func followed(by other: Turn) -> Turn {
        Turn(
            cosine: cosine * other.cosine - sine * other.sine,
            sine: sine * other.cosine + cosine * other.sine
        )
    }

    /// The point at this distance from the middle of the drawing, to a tenth of a unit.
    func point(at radius: Double) -> String {
        "\(tenths(50 + radius * sine)) \(tenths(50 - radius * cosine))"
    }

    /// `value`, which is above zero, to one decimal place and without a needless `.0`.
    private func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
