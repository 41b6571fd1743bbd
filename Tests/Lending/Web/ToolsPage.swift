internal import Ledger
internal import Timebank

@testable internal import Web

/// The list of tools, with a form with which a member offers one.
struct ToolsPage: Page {
    static let template = Template.tools
    let frame: Frame
    let title: String
    let mistakes: Mistakes?
    let tools: [ToolLine]
    let form: Form?
    let more: Link?

    /// - `tokens`: The tokens of the form; `nil` if the viewer is no member and so gets no form.
    init(
        frame: Frame,
        network: Slug,
        tools found: ResultPage<Tool>,
        tokens: FormTokens?,
        entered: Entered
    ) {
        let words = frame.words
        self.frame = frame
        title = words(LendingText.toolsTitle)
        mistakes = entered.summary(words)
        tools = found.items.map { ToolLine($0, words) }
        form = tokens.map { tokens in
            Form(
                heading: words(LendingText.offerToolHeading),
                to: Address.tools(network),
                tokens,
                controls: [.ask(Tool.Fields.name, words, entered)],
                button: words(LendingText.offerToolButton)
            )
        }
        more = found.next.map { next in
            let after = ID<Tool>(raw: next).description
            return Link(
                words(CommonText.earlier),
                to: Address.tools(network).asking(["after": after])
            )
        }
    }
}

/// A row of the list.
struct ToolLine: Hashable, Sendable {
    let thing: String
    let state: String

    init(_ tool: Tool, _ words: Localizer) {
        thing = tool.name
        state = words(tool.borrower == nil ? LendingText.toolIsHere : LendingText.toolIsLent)
    }
}

extension Template {
    static let tools = Template(
        "tools",
        source: """
            {{<layout}}
            {{$main}}
            <div class="stack">
              {{>mistakes}}
              <h1>{{title}}</h1>
              <p class="lead">{{t.toolsLead}}</p>
              <section class="card">
                <ul>
                  {{#tools}}
                  <li><bdi>{{thing}}</bdi> <span class="second">{{state}}</span></li>
                  {{/tools}}
                </ul>
                {{^tools}}<p>{{t.toolsNone}}</p>{{/tools}}
              </section>
              {{#more}}<p class="act"><a href="{{href}}">{{text}}</a></p>{{/more}}
              {{#form}}{{>controls}}{{/form}}
            </div>
            {{/main}}
            {{/layout}}
            """
    )
}
