extension SignIn {
    /// The input fields of a sign-in.
    package enum Fields {
        package static let login = Field<String>(
            FieldName("login", SigningInText.fieldLogin),
            .line(0...254),
            "An e-mail address, or a membership number with its network.",
            example: "ada@example.org",
            hint: SigningInText.signInLoginHint
        )
        package static let password = Field<String>(
            FieldName("password", SigningInText.fieldPassword),
            .password(typed),
            "The password.",
            example: "seven quiet herons"
        )
        package static let network = Field<String>(
            "network",
            .line(0...60),
            "The short name of the network that the number is of.",
            example: "wisbech"
        )

        /// The accepted length of a typed password, in characters.
        fileprivate static let typed = 0...4_000
    }
}

extension NewPassword {
    /// The input fields for choosing a password.
    package enum Fields {
        package static let password = Field<String>(
            FieldName("password", SigningInText.fieldNewPassword),
            .password(SignIn.Fields.typed),
            "The new password, of at least \(NewPassword.lengthMin) characters.",
            example: "seven quiet herons",
            hint: SigningInText.setUpPasswordHint
        ) { text, _ in
            _ = try NewPassword(text, login: nil)
            return text
        }
        /// The current password, which is being replaced.
        package static let old = Field<String>(
            FieldName("old", SigningInText.fieldOldPassword),
            .password(SignIn.Fields.typed),
            "The password as it is.",
            example: "nine slow geese"
        )
    }
}

extension UseCode {
    /// The input fields for using a code.
    package enum Fields {
        package static let code = Field<String>(
            FieldName("code", SigningInText.fieldCode),
            .line(0...64),
            "The code as it stands on the paper.",
            hint: SigningInText.setUpCodeHint
        )
        package static let login = SignIn.Fields.login.asking(
            nil,
            "The number or e-mail that the code is for."
        )
    }
}

extension MakeOperator {
    /// The input fields for making an operator.
    package enum Fields {
        package static let login = Field<String>.email(
            SignIn.Fields.login.name,
            "The e-mail address with which they sign in.",
            example: "sam@example.org"
        )
        package static let name = Member.Fields.name.asking(
            nil,
            "What they are called.",
            example: "Sam Reed"
        )
    }
}

extension IssueTokens {
    /// The input fields for issuing tokens for load tests.
    package enum Fields {
        package static let count = Field<Int64>.number(
            "count",
            1...Int64(most),
            "For how many members.",
            example: "1000"
        )
    }
}
