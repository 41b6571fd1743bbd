import Drawing
import Testing

@Suite struct SVGTests {
    @Test func `words and attributes are escaped`() {
        let label = SVG("text", ["class": "a\"b<c", "x": "1"], text: "<b>Ada</b> & Tom's\u{0}")
        let escaped = "&lt;b&gt;Ada&lt;/b&gt; &amp; Tom&#39;s"
        #expect(
            SVG("g", [:], [label]).markup
                == "<g><text class=\"a&quot;b&lt;c\" x=\"1\">\(escaped)</text></g>"
        )
    }

    @Test func `an empty element closes itself`() {
        #expect(SVG("path", ["d": "M0 0"]).markup == "<path d=\"M0 0\"/>")
    }
}
