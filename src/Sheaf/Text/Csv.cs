namespace Sheaf.Text;

/// <summary>Rows of comma-separated values (RFC 4180) that are safe to open in a spreadsheet and to see on a terminal.</summary>
internal static class Csv
{
    /// <summary>
    /// One row without its line end. A field that a spreadsheet would take for a formula is given a leading apostrophe, which spreadsheets
    /// read as "this is text". Control and invisible characters are left out; line breaks stay, as LF.
    /// </summary>
    public static string Row(IEnumerable<string?> fields) => string.Join(',', fields.Select(Field));

    private static string Field(string? field)
    {
        var text = InvisibleCharacters.Remove(field ?? "", tab: "\t");
        var harmless = IsFormula(text) ? "'" + text : text;
        return harmless.AsSpan().IndexOfAny("\",\n") >= 0 ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }

    /// <summary>
    /// Spreadsheets look behind blanks, some at the signs of full width, too; a leading tab or line break can bring a formula to its place.
    /// </summary>
    private static bool IsFormula(string text) =>
        text is ['\t' or '\n', ..]
            || text.AsSpan().TrimStart() is ['=' or '+' or '-' or '@' or '\uff1d' or '\uff0b' or '\uff0d' or '\uff20', ..];
}
