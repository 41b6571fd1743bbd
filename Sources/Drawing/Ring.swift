/// A drawing of an amount of time: a ring of ticks, some of them lit, clockwise from the top.
///
/// It is hidden from screen readers, since the amount is always written beside or inside it.
package struct Ring: Hashable, Sendable {
    /// The number of ticks: sixty for an hour, twelve for the small mark.
    package let ticks: Int
    /// The number of lit ticks.
    package let lit: Int

    /// The ring for an amount of minutes: the minutes after the last full hour are lit.
    ///
    /// Whole hours light all sixty ticks, and zero none. A negative amount looks like the positive
    /// one; the text beside it has the sign.
    package init(minutes: Int64) {
        let past = Int((minutes % 60).magnitude)
        ticks = 60
        lit = past == 0 && minutes != 0 ? 60 : past
    }

    private init(ticks: Int, lit: Int) {
        self.ticks = ticks
        self.lit = lit
    }

    /// The small mark of the program: a ring of twelve ticks, seven of them lit.
    package static let mark = Ring(ticks: 12, lit: 7)

    /// The drawing, 100 by 100 units; its two classes are `ring-lit` and `ring-rest`.
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

    /// The path of each tick, clockwise from the top.
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

/// An angle, clockwise from the top, as cosine and sine.
///
/// Angles are added by multiplication, so no mathematical library is needed.
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

    /// The point at this angle and distance from the centre, with one decimal.
    func point(at radius: Double) -> String {
        "\(tenths(50 + radius * sine)) \(tenths(50 - radius * cosine))"
    }

    /// A positive number with one decimal, without a trailing `.0`.
    private func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
