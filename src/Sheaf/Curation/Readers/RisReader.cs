using System.Text;
using System.Text.RegularExpressions;

namespace Sheaf.Curation.Readers;

/// <summary>Reads RIS: lines <c>TI  - A title</c>, each record ending with <c>ER</c>.</summary>
internal static partial class RisReader
{
    private static readonly Dictionary<string, FieldRole> Roles = new()
    {
        ["AN"] = FieldRole.Identifier,
        ["ID"] = FieldRole.Identifier,
        ["UR"] = FieldRole.Address,
        ["LK"] = FieldRole.Address,
        ["L1"] = FieldRole.Address,
        ["L2"] = FieldRole.Address,
        ["DO"] = FieldRole.Address,
        ["JO"] = FieldRole.Address,
        ["JF"] = FieldRole.Address,
        ["T2"] = FieldRole.Address,
        ["M1"] = FieldRole.Address,
        ["M3"] = FieldRole.Address,
        ["PB"] = FieldRole.Address,
        ["TI"] = FieldRole.Title,
        ["T1"] = FieldRole.Title,
        ["AU"] = FieldRole.Author,
        ["A1"] = FieldRole.Author,
        ["DA"] = FieldRole.Day,
        ["PY"] = FieldRole.Day,
        ["Y1"] = FieldRole.Day,
        ["N1"] = FieldRole.Note,
    };

    public static ReadList Read(string text) => ReadList.Of(Records(text).Select(RecordClaims.Of));

    private static IEnumerable<List<Field>> Records(string text)
    {
        var record = new List<Field>();
        var continued = new StringBuilder();
        foreach (var line in ListLine.Split(text))
        {
            var tag = Tagged().Match(line.Text);
            if (tag.Success && continued.Length > 0)
            {
                record[^1] = record[^1] with { Value = record[^1].Value + continued };
                continued.Clear();
            }

            if (tag.Success && tag.Groups["tag"].Value is "ER" or "TY" && record.Count > 0)
            {
                yield return record;
                record = [];
            }

            if (tag.Success)
            {
                var role = Roles.GetValueOrDefault(tag.Groups["tag"].Value, FieldRole.Other);
                // 2024/04/30/ may be followed by a season or a time of day.
                var value = tag.Groups["value"].Value.Trim();
                record.Add(new(role, role == FieldRole.Day ? value.Split('/') is [var year, var month, var day, ..] ? $"{year}-{month}-{day}" : value : value, line.Number));
            }
            else if (record.Count > 0)
            {
                continued.Append('\n').Append(line.Text.AsSpan().Trim());
            }
        }

        if (record.Count > 0)
        {
            record[^1] = record[^1] with { Value = record[^1].Value + continued };
            yield return record;
        }
    }

    [GeneratedRegex(@"^\s{0,3}(?<tag>[A-Z][A-Z0-9]) {1,2}-( |\z)(?<value>.*)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Tagged();
}
