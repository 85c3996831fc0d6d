using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Sheaf.Markdown;

namespace Sheaf.Lists.Import;

/// <summary>
/// Reads RIS, lines <c>TI  - A title</c>, each record ending with <c>ER</c>; and its relatives: MEDLINE, as PubMed writes it, and EndNote's
/// tagged lines <c>%T A title</c>.
/// </summary>
internal sealed partial class RisReader
{
    private static readonly FrozenDictionary<string, FieldRole> Roles = Table(
        (FieldRole.Key, "AN ID"),
        (FieldRole.Address, "UR LK L1 L2 L3 L4 DO DI LID AID JO JF T2 %U %R %>"),
        (FieldRole.Title, "TI T1 CT %T"),
        (FieldRole.Author, "AU A1 FAU %A"),
        (FieldRole.Day, "DA PY Y1 DP %8"),
        (FieldRole.Note, "N1 RN NT %Z"),
        (FieldRole.Prose, "AB N2 KW OT MH CR TA %X %K"));

    private readonly Regex _tagged;
    private readonly List<Record> _records = [];
    private readonly StringBuilder _continued = new();
    private List<Field> _record = [];
    private bool _hasType;
    private bool _isWide;
    private int _begins = 1;

    private RisReader(string text) => _tagged = PubMed().IsMatch(text) ? MedlineLine() : EndNote().IsMatch(text) ? EndNoteLine()
        : RisLine();

    public static ReadList Read(string text)
    {
        var reader = new RisReader(text);
        foreach (var line in MarkdownLine.Split(text))
        {
            reader.Take(line);
        }

        reader.EndRecord();
        return Records.Read(reader._records);
    }

    /// <summary>Whether a text begins with a tagged line and soon says of which type a record is.</summary>
    public static bool IsWrittenIn(string beginning) => Beginning().IsMatch(beginning) || PubMed().IsMatch(beginning)
        || EndNote().IsMatch(beginning);

    /// <summary>Whether a line says of which type a record is: <c>TY  - JOUR</c>.</summary>
    public static bool BeginsRecord(string line) => TypeLine().IsMatch(line);

    public static bool EndsRecord(string line) => EndLine().IsMatch(line);

    public static bool IsTagged(string line) => RisLine().IsMatch(line);

    private void Take(MarkdownLine line)
    {
        if (_tagged.Match(line.Text) is not { Success: true } tagged || !IsField(tagged))
        {
            if (_record.Count > 0)
            {
                _continued.Append('\n').Append(line.Text.AsSpan().Trim());
            }

            return;
        }

        EndField();
        var tag = tagged.Groups["tag"].Value;
        switch (tag)
        {
            case "ER":
                EndRecord();
                return;
            // A type is what a record begins with, but some programs put other fields before it.
            case "TY" or "PMID" or "%0":
                if (_hasType)
                {
                    EndRecord();
                }

                _hasType = true;
                break;
        }

        _begins = _record.Count == 0 ? line.Number : _begins;
        _isWide = _record.Count == 0 || tag == "TY" ? IsWide(tagged) : _isWide;
        var role = Roles.GetValueOrDefault(tag, FieldRole.Other);
        // 2024/04/30/ may be followed by a season or a time of day.
        var value = tagged.Groups["value"].Value.Trim();
        var text = role == FieldRole.Day && value.Split('/') is [var year, var month, var day, ..] ? $"{year}-{month}-{day}" : value;
        _record.Add(new(role, text, line.Number) { Name = tag });
    }

    /// <summary>
    /// Whether a line in the shape of a field is one. Programs put two blanks before the hyphen, people and other programs one or none: in
    /// a record whose first line has two, a line with fewer goes on the text above unless its tag is one of RIS.
    /// </summary>
    private bool IsField(Match tagged) =>
        !tagged.Groups["blanks"].Success || IsWide(tagged) || !_isWide || _record.Count == 0
        || Roles.ContainsKey(tagged.Groups["tag"].Value) || tagged.Groups["tag"].Value is "ER" or "TY";

    private static bool IsWide(Match tagged) => tagged.Groups["blanks"].Value == "  ";

    private void EndField()
    {
        if (_continued.Length > 0)
        {
            _record[^1] = _record[^1] with { Value = _record[^1].Value + _continued };
            _continued.Clear();
        }
    }

    private void EndRecord()
    {
        EndField();
        if (_record.Exists(field => field.Value.Length > 0))
        {
            var type = _record.Find(field => field.Name is "TY" or "%0");
            _records.Add(new(_record) { Line = _begins, Label = _hasType ? $"{type?.Name ?? "PMID"} {type?.Value}".Trim() : null });
        }

        _record = [];
        _hasType = false;
    }

    private static FrozenDictionary<string, FieldRole> Table(params (FieldRole Role, string Tags)[] rows) =>
        rows.SelectMany(row => row.Tags.Split(' ').Select(tag => (tag, row.Role)))
            .ToFrozenDictionary(pair => pair.tag, pair => pair.Role, StringComparer.Ordinal);

    [GeneratedRegex(@"^\s{0,3}(?<tag>[A-Z][A-Z0-9])(?<blanks>[ \t]{0,3})-((?<=  -)|[ \t]|\z)(?<value>.*)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex RisLine();

    [GeneratedRegex(@"^(?<tag>[A-Z][A-Z0-9]{1,3}) {0,2}-( |\z)(?<value>.*)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex MedlineLine();

    [GeneratedRegex(@"^(?<tag>%[0-9A-Z@!#$&*(),^>~+?=\[\]<])( |\z)(?<value>.*)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex EndNoteLine();

    [GeneratedRegex(@"^\s{0,3}TY[ \t]{0,3}-[ \t]{0,9}[A-Z]{2,12}[ \t]*\z")]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"^\s{0,3}ER[ \t]{0,3}-[ \t]*\z")]
    private static partial Regex EndLine();

    [GeneratedRegex(@"\A\s*PMID- ?[0-9]")]
    private static partial Regex PubMed();

    [GeneratedRegex(@"\A\s*%0 [A-Z]")]
    private static partial Regex EndNote();

    [GeneratedRegex(
        @"\A\s*([A-Z][A-Z0-9][ \t]{0,3}-([ \t\r][^\n]*)?\n\s*){0,40}TY[ \t]{0,3}-([ \t]|(?<=  -)[A-Z])",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Beginning();
}
