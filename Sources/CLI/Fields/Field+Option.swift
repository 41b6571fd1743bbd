internal import ArgumentParser
internal import Timebank

extension ArgumentHelp {
    /// What a field is, for whoever types it.
    static func of<Value>(_ field: Field<Value>, valueName: String? = nil) -> ArgumentHelp {
        ArgumentHelp(stringLiteral: field.meaning).named(valueName)
    }

    private func named(_ valueName: String?) -> ArgumentHelp {
        var help = self
        if let valueName { help.valueName = valueName }
        return help
    }
}

extension NameSpecification {
    /// The option that stands for a field.
    static func of<Value>(_ field: Field<Value>) -> NameSpecification {
        .customLong(field.name.option)
    }
}
