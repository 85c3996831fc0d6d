namespace Sheaf.Lists.Import;

/// <summary>Reads tables of separated values: each row is a record.</summary>
internal static class CsvReader
{
    public static ReadList Read(string text)
    {
        var separator = CsvColumns.SeparatorOf(text);
        var rows = new CsvText(text, separator).Rows();
        return Records.Read(TableRecords.Of([.. CsvColumns.SeparatorLine(text) is null ? rows : rows.Skip(1)]));
    }
}
