internal import Timebank

extension FieldName {
    /// The names of the two inputs in which a form asks for an amount: hours, then minutes.
    var boxes: [FieldName] { [FieldName("\(self)-hours"), FieldName("\(self)-minutes")] }

    /// The name of the choice in which a form asks what was meant by a text in this field.
    var choice: FieldName { FieldName("\(self)-of", label) }
}

extension FormBody {
    /// The submitted values of these fields, as hidden inputs for the next form.
    ///
    /// An amount is carried over as its two boxes. Only the first value of a field is kept.
    func again(_ fields: [FieldName]) -> [Hidden] {
        fields.flatMap { [$0] + $0.boxes }.compactMap { field in
            values[field.text]?.first.map { Hidden(field, $0) }
        }
    }
}
