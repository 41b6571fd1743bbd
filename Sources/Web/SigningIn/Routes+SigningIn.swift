extension Routes {
    static let tokens = root / "tokens"
    static let currentToken = tokens / "current"
    static let codes = root / "codes"
    static let password = me / "password"
}
