extension ImportProblem.Reason {
    /// The file has no records.
    package static var emptyFile: Self {
        Self(code: "empty-file", sentence: "This file is empty.")
    }

    /// The cell is not valid UTF-8.
    package static var notUTF8: Self {
        Self(
            code: "not-utf8",
            sentence: "These letters are not UTF-8. Save the file as UTF-8 "
                + "(in a spreadsheet, “CSV UTF-8”) and try again."
        )
    }

    /// The file begins with the byte-order mark of UTF-16.
    package static var utf16: Self {
        Self(
            code: "utf16",
            sentence: "This file is UTF-16. Save the file as UTF-8 "
                + "(in a spreadsheet, “CSV UTF-8”) and try again."
        )
    }

    /// The text was encoded as UTF-8 twice.
    package static var doubleEncoded: Self {
        Self(
            code: "double-encoded",
            sentence: "The accents here were garbled when the file was saved twice. "
                + "Export it again as UTF-8."
        )
    }

    /// The record has a NUL byte.
    package static var nullByte: Self {
        Self(
            code: "null-byte",
            sentence: "There is a NUL byte here: the file is damaged, or is not a CSV file."
        )
    }

    /// The file ended inside quotation marks.
    package static var unclosedQuote: Self {
        Self(
            code: "unclosed-quote",
            sentence: "A quotation mark opens here and never closes. Is the file cut off?"
        )
    }

    /// There is text between a closing quotation mark and the next separator.
    package static var textAfterQuote: Self {
        Self(
            code: "text-after-quote",
            sentence: "There is text after a closing quotation mark. "
                + "A quotation mark inside a cell is written twice."
        )
    }

    /// A cell has more bytes than ``CSVRecord/fieldBytesMax``.
    package static var fieldTooLong: Self {
        Self(
            code: "cell-too-long",
            sentence: "A cell holds at most 64 KiB. Is a quotation mark missing?"
        )
    }

    /// A record has more bytes than ``CSVRecord/bytesMax``; reading stops there.
    package static var recordTooLong: Self {
        Self(
            code: "row-too-long",
            sentence: "This row does not end within 1 MiB. Is a quotation mark missing, or is this "
                + "no CSV file?"
        )
    }

    /// A record has more cells than ``CSVRecord/fieldsMax``.
    package static var recordTooWide: Self {
        Self(code: "row-too-wide", sentence: "A row holds at most 1,000 cells.")
    }

    /// The record has fewer cells than the header.
    package static func tooFewFields(_ count: Int, of expected: Int) -> Self {
        Self(
            code: "too-few-cells",
            sentence: "This row has \(count) of \(expected) cells. Is it cut off?"
        )
    }

    /// The record has more cells than the header.
    package static func tooManyFields(_ count: Int, of expected: Int) -> Self {
        Self(
            code: "too-many-cells",
            sentence: "This row has \(count) cells where the header has \(expected). "
                + "A cell with a separator in it needs quotation marks."
        )
    }

    /// Two columns have the same name.
    package static var duplicateColumn: Self {
        Self(code: "duplicate-column", sentence: "Two columns have this name.")
    }

    /// A required column is missing.
    package static var missingColumn: Self {
        Self(code: "missing-column", sentence: "This column is missing from the header.")
    }
}
