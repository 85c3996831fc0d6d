using System.Text.RegularExpressions;
using Sheaf.Arxiv.Eprints;

namespace Sheaf.Curation.Readers;

/// <summary>Reads BibTeX and BibLaTeX: each entry is a record.</summary>
internal static partial class BibtexReader
{
    private static readonly Dictionary<string, FieldRole> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["eprint"] = FieldRole.Identifier,
        ["arxivid"] = FieldRole.Identifier,
        ["arxiv"] = FieldRole.Identifier,
        ["url"] = FieldRole.Address,
        ["pdf"] = FieldRole.Address,
        ["ee"] = FieldRole.Address,
        ["doi"] = FieldRole.Address,
        ["journal"] = FieldRole.Address,
        ["journaltitle"] = FieldRole.Address,
        ["howpublished"] = FieldRole.Address,
        ["publisher"] = FieldRole.Address,
        ["number"] = FieldRole.Address,
        ["volume"] = FieldRole.Address,
        ["title"] = FieldRole.Title,
        ["author"] = FieldRole.Author,
        ["date"] = FieldRole.Day,
        ["year"] = FieldRole.Year,
        ["month"] = FieldRole.Month,
        ["day"] = FieldRole.DayOfMonth,
        ["note"] = FieldRole.Note,
        ["annote"] = FieldRole.Note,
        ["annotation"] = FieldRole.Note,
    };

    public static ReadList Read(string text) => ReadList.Of(BibtexParser.Parse(text).Select(entry => RecordClaims.Of([.. entry.SelectMany(FieldsOf)])));

    private static IEnumerable<Field> FieldsOf(BibtexField field)
    {
        var role = Roles.GetValueOrDefault(field.Name, FieldRole.Other);
        return role switch
        {
            FieldRole.Author => BibtexNames.Divide(field.Value).Select(name => new Field(role, Readable(name), field.Line)),
            // Only the line breaks of references tell their lines.
            FieldRole.Title or FieldRole.Note or FieldRole.Month => [new(role, Readable(field.Value), field.Line)],
            // As DBLP and Semantic Scholar write: journal CoRR, volume abs/2404.19756.
            FieldRole.Address when AbsVolume().Match(field.Value) is { Success: true } volume => [new(FieldRole.Identifier, field.Value[volume.Length..].Trim(), field.Line)],
            _ => [new(role, field.Value.Replace("\\_", "_", StringComparison.Ordinal).Replace("\\%", "%", StringComparison.Ordinal), field.Line)],
        };
    }

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

    [GeneratedRegex(@"^\s*abs/(?=[0-9a-z])")]
    private static partial Regex AbsVolume();
}
