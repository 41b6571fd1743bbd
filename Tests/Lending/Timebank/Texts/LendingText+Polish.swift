@testable internal import Timebank

extension LendingText {
    static let polish: KeyValuePairs<Self, Phrase> = [
        .toolsTitle: "Pożycz narzędzie",
        .toolsLead: "Co członkowie sieci pożyczają sobie nawzajem.",
        .toolsNone: "Nikt jeszcze niczego nie zaproponował.",
        .toolIsHere: "Do wzięcia",
        .toolIsLent: "Pożyczone",
        .offerToolHeading: "Pożycz innym coś swojego",
        .offerToolButton: "Zaproponuj",
        .noticeToolOffered: "{name} jest na liście.",
        .fieldOwner: "Właściciel",
        .fieldTool: "Narzędzie",
        .fieldToolHint: "Co to jest, w kilku słowach.",
        .fieldBorrower: "Kto pożycza",
        .fieldMessage: "Wiadomość dla osoby, która pożycza",
    ]
}
