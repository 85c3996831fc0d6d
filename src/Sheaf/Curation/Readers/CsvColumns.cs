namespace Sheaf.Curation.Readers;

/// <summary>Tables of separated values: what separates them, and whether their first line names the columns.</summary>
internal static class CsvColumns
{
    /// <summary>The separator that occurs most in the first line: comma, semicolon or tab.</summary>
    public static char SeparatorOf(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var first = end < 0 ? text : text[..end];
        return ",;\t".MaxBy(separator => first.Count(letter => letter == separator));
    }

    /// <summary>Whether the first line of a text can only be the head of a table of papers.</summary>
    public static bool AreNamedIn(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        return end > 0 && Roles(text[..end].Split(SeparatorOf(text))) is { Count: >= 2 } roles
            && roles.Exists(role => role is FieldRole.Title or FieldRole.Author)
            && roles.Exists(role => role is FieldRole.Identifier or FieldRole.Address);
    }

    /// <summary>What the columns say, as far as their names are known; empty where none is.</summary>
    public static List<FieldRole> Roles(IReadOnlyList<string> names)
    {
        var roles = names.Select(FieldNames.RoleOf).ToList();
        return roles.Exists(role => role != FieldRole.Other) ? roles : [];
    }
}
