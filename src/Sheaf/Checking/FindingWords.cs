using Sheaf.Names;
using Sheaf.Text;

namespace Sheaf.Checking;

/// <summary>Several findings of one kind in the words of a person.</summary>
internal static class FindingWords
{
    private const int PlacesShown = 8;
    private const int NamesShown = 4;
    private const int LongestName = 48;

    /// <summary><c>45 sentences from the abstract</c>.</summary>
    public static string Count(string code, int count)
    {
        var (one, many) = Kind(code);
        return Humanize.Count(count, one, many);
    }

    /// <summary><c>drafts/2024-04.md, lines 7, 11 and 15</c>; file by file.</summary>
    public static string Places(IReadOnlyList<Finding> findings) =>
        string.Join("; ", findings.GroupBy(finding => finding.File).Select(file =>
        {
            var lines = file.Select(finding => Humanize.Number(finding.Line)).Distinct().ToList();
            return $"{file.Key}, {(lines.Count == 1 ? "line" : "lines")} {Listed(lines, PlacesShown)}";
        }));

    /// <summary>The papers by the beginnings of their titles; empty where none is known.</summary>
    public static string Names(IReadOnlyList<Finding> findings, IReadOnlyDictionary<string, string> titles)
    {
        var names = findings.Where(finding => finding.Id is not null).Select(finding => finding.Id!).Distinct()
            .Select(id => titles.TryGetValue(id, out var title) ? Short(title) : id).ToList();
        return Listed(names, NamesShown);
    }

    /// <summary><c>a, b and 40 more</c>.</summary>
    private static string Listed(List<string> parts, int most) => parts.Count switch
    {
        0 => "",
        1 => parts[0],
        _ when parts.Count <= most => $"{string.Join(", ", parts[..^1])} and {parts[^1]}",
        _ => $"{string.Join(", ", parts[..most])} and {Humanize.Number(parts.Count - most)} more",
    };

    private static string Short(string title)
    {
        var line = PlainLine.Of(title);
        var name = line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon ? line[..colon] : line;
        var blank = name.Length <= LongestName ? -1 : name.LastIndexOf(' ', LongestName);
        return name.Length <= LongestName ? name : $"{name[..(blank > 0 ? blank : LongestName)]} …";
    }

    private static (string One, string Many) Kind(string code) => code switch
    {
        FindingCode.WrongPaper => ("link to another paper", "links to other papers"),
        FindingCode.UnknownId => ("paper that arXiv does not have", "papers that arXiv does not have"),
        FindingCode.UnknownVersion => ("version that there is not", "versions that there are not"),
        FindingCode.MalformedReference => ("reference that names no paper", "references that name no paper"),
        FindingCode.SameIdTwoTitles => ("paper under two titles", "papers under two titles"),
        FindingCode.NotInDraft => ("paper on the list that is not in the draft", "papers on the list that are not in the draft"),
        FindingCode.RepairedReference => ("damaged reference", "damaged references"),
        FindingCode.Duplicate => ("paper that is listed twice", "papers that are listed twice"),
        FindingCode.Withdrawn => ("withdrawn paper", "withdrawn papers"),
        FindingCode.OtherMonth => ("paper of another month", "papers of other months"),
        FindingCode.DateMismatch => ("wrong day", "wrong days"),
        FindingCode.AuthorMismatch => ("paper with names that are not its authors'", "papers with names that are not their authors'"),
        FindingCode.AlreadyCovered => ("paper of a past issue", "papers of past issues"),
        FindingCode.SuggestedNoteLeft => ("sentence from the abstract", "sentences from the abstract"),
        FindingCode.NoWords => ("paper without a word of yours", "papers without a word of yours"),
        FindingCode.PlaceholderLeft => ("place left to write in", "places left to write in"),
        FindingCode.ChangedSinceWritten => ("paper that arXiv has changed since", "papers that arXiv has changed since"),
        FindingCode.CountMismatch => ("count of papers that is not right", "counts of papers that are not right"),
        FindingCode.NotOnList => ("paper in the draft that is on no list", "papers in the draft that are on no list"),
        FindingCode.TitleChanged => ("title that arXiv has changed", "titles that arXiv has changed"),
        FindingCode.VersionPinned => ("link to one version", "links to one version"),
        _ => ("finding", "findings"),
    };
}
