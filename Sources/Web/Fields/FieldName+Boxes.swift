internal import Timebank

extension FieldName {
    /// The two boxes in which a form asks for an amount: hours, and minutes.
    var boxes: [FieldName] { [FieldName("\(self)-hours"), FieldName("\(self)-minutes")] }
}

extension FormBody {
    /// What was sent in some fields, to be sent again with the next form.
    func again(_ fields: [FieldName]) -> [Hidden] {
        fields.flatMap { [$0] + $0.boxes }.compactMap { field in
            values[field.text]?.first.map { Hidden(field, $0) }
        }
    }
}
