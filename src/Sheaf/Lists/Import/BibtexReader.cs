using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Sheaf.Arxiv.Tex;

namespace Sheaf.Lists.Import;

/// <summary>Reads BibTeX and BibLaTeX: each entry is a record.</summary>
internal static partial class BibtexReader
{
    /// <summary>What BibTeX means by a name, where tables and documents mean something else by it.</summary>
    private static readonly FrozenDictionary<string, FieldRole> Roles = new Dictionary<string, FieldRole>(StringComparer.OrdinalIgnoreCase)
    {
        ["id"] = FieldRole.Other,
        ["name"] = FieldRole.Other,
        ["paper"] = FieldRole.Other,
        ["type"] = FieldRole.Other,
        ["source"] = FieldRole.Other,
        ["body"] = FieldRole.Other,
        ["section"] = FieldRole.Other,
        ["star"] = FieldRole.Other,
        ["submitted"] = FieldRole.Other,
        ["day"] = FieldRole.DayOfMonth,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Known = new[]
    {
        "author", "title", "year", "month", "day", "date", "journal", "journaltitle", "booktitle", "editor", "publisher", "volume",
        "number",
            "pages", "series", "eprint", "archiveprefix",
        "primaryclass", "eprinttype", "eprintclass", "doi", "url", "urldate", "abstract", "keywords", "note", "annote", "howpublished",
            "institution", "organization", "school", "address",
        "edition", "isbn", "issn", "file", "pdf", "language", "copyright", "arxivid", "arxiv", "eid", "type", "adsurl", "adsnote",
            "timestamp", "biburl", "bibsource", "html", "archive",
        "reportnumber", "shorttitle", "crossref", "pmid", "numpages", "location",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static ReadList Read(string text) => Records.Read(BibtexParser.Parse(text).Select(RecordOf));

    /// <summary>Whether BibTeX, or a program that writes it, has a field of this name.</summary>
    public static bool IsKnown(string name) => Known.Contains(name);

    private static Record RecordOf(BibtexEntry entry) =>
        new([.. entry.Fields.SelectMany(FieldsOf), new(FieldRole.CitationKey, entry.Key, entry.Line)])
        {
            Label = entry.Key.Length > 0 ? entry.Key : $"@{entry.Type}",
            Line = entry.Line,
        };

    private static IEnumerable<Field> FieldsOf(BibtexField field)
    {
        var role = Roles.TryGetValue(field.Name, out var own) ? own : FieldNames.RoleOf(field.Name);
        return role switch
        {
            FieldRole.Author => BibtexNames.Divide(field.Value).Select(name => new Field(role, Readable(name), field.Line)),
            // Only the line breaks of references tell their lines.
            FieldRole.Title or FieldRole.Month => [Of(role, Readable(field.Value))],
            FieldRole.Note => [Of(role, Readable(Plain(field.Value)))],
            _ => [Of(role, Plain(field.Value))],
        };

        Field Of(FieldRole says, string value) => new(says, value, field.Line) { Name = field.Name };
    }

    /// <summary>An address or an identifier without what TeX needs to print it; the same number of lines.</summary>
    private static string Plain(string tex) => tex.AsSpan().IndexOfAny('\\', '{') < 0 ? tex : Escaped().Replace(
        tex.Replace("$\\backslash$", "\\", StringComparison.Ordinal), escaped =>
            escaped.Groups["sign"] is { Success: true, Value: var sign } ? sign : " ");

    /// <summary>TeX's accents as Unicode, and without the braces that only keep capitals.</summary>
    private static string Readable(string tex)
    {
        var parts = TexText.ToUnicode(tex).Split('$');
        for (var at = 0; at < parts.Length; at += 2)
        {
            parts[at] = parts[at].Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
        }

        return string.Join(' ', string.Join('$', parts).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    // \_ and {\_}, and the colons that JabRef escapes in the names of files; \url{…} and \href{…}{…} leave a space.
    [GeneratedRegex(@"\{?\\(?<sign>[_%&#:;$~])(\{\})?\}?|\\(url|href|path|nolinkurl|texttt|tt)\b|[{}]", RegexOptions.ExplicitCapture)]
    private static partial Regex Escaped();
}

/// <summary>The persons of a BibTeX field: separated by <c>and</c> outside braces.</summary>
internal static class BibtexNames
{
    public static IEnumerable<string> Divide(string field)
    {
        var text = string.Join(' ', field.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var (depth, start) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0 && text.AsSpan(at).StartsWith(" and ", StringComparison.OrdinalIgnoreCase))
            {
                // Of two in a row the second begins with the blank that ends the first: nobody stands between them.
                if (at > start)
                {
                    yield return text[start..at];
                }

                start = at + 5;
            }
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }
}
