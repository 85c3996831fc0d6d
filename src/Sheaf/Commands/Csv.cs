namespace Sheaf.Commands;

/// <summary>Rows of comma-separated values (RFC 4180) that are safe to open in a spreadsheet.</summary>
internal static class Csv
{
    /// <summary>
    /// One row without its line end. A field that a spreadsheet would take for a formula is given a leading apostrophe, which spreadsheets
    /// read as "this is text".
    /// </summary>
    public static string Row(IEnumerable<string?> fields) => string.Join(',', fields.Select(Field));

    private static string Field(string? field)
    {
        var text = field ?? "";
        var harmless = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return harmless.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }
}
