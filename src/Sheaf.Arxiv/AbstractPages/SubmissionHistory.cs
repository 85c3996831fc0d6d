using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Sheaf.Arxiv.Eprints;
using static System.Globalization.DateTimeStyles;

namespace Sheaf.Arxiv.AbstractPages;

/// <summary>
/// The list of versions below the abstract (field guide 5.6). Until about 2019 it used <c>b</c> for <c>strong</c>, GMT for UTC and
/// <c>(3012kb,D)</c> for <c>(3,012 KB)</c>, where the letter I marks a withdrawal (field guide 3.4).
/// </summary>
internal static partial class SubmissionHistory
{
    private const string Field = "submission history";
    private const string Time = "d MMM yyyy HH:mm:ss";

    /// <summary>All versions, oldest first: 1, 2, 3 and so on without a gap, else an <see cref="ArxivFormatException"/>.</summary>
    internal static List<Submission> Parse(PageParts page)
    {
        var history = Entries(page.History).Select(entry => ParseEntry(entry, page)).ToList();
        for (var index = 0; index < history.Count; index++)
        {
            if (history[index].Version != index + 1)
            {
                throw page.Fault(Field, $"version {history[index].Version} stands where {index + 1} should");
            }
        }

        return history.Count > 0 ? history : throw page.Fault(Field, $"'{PageText.Line(page.History)}'");
    }

    /// <summary>The text from each version's mark to the next. Before the first stands the submitter's name, in any words.</summary>
    private static List<string> Entries(IElement history)
    {
        var entries = new List<StringBuilder>();
        foreach (var node in history.ChildNodes)
        {
            var mark = node is IElement { LocalName: "strong" or "b" };
            if (mark)
            {
                entries.Add(new StringBuilder());
            }

            if (entries is [.., var entry])
            {
                entry.Append(node.TextContent).Append(mark ? " " : "");
            }
        }

        return entries.ConvertAll(entry => PageText.Collapse(entry.ToString()));
    }

    private static Submission ParseEntry(string entry, PageParts page)
    {
        var match = Shape().Match(entry);
        var culture = CultureInfo.InvariantCulture;
        if (!match.Success
            || !DateTimeOffset.TryParseExact(match.Groups["date"].ValueSpan, Time, culture, AssumeUniversal, out var submitted)
            || !int.TryParse(match.Groups["size"].ValueSpan, NumberStyles.AllowThousands, culture, out var sizeKb))
        {
            throw page.Fault(Field, $"'{entry}'");
        }

        var version = int.Parse(match.Groups["version"].ValueSpan, culture);
        return new(version, submitted, sizeKb, match.Groups["withdrawn"].Success || match.Groups["flags"].Value.Contains('I'));
    }

    [GeneratedRegex(
        @"^\[v(?<version>[1-9][0-9]{0,3})\] [A-Z][a-z]{2}, (?<date>[0-9]{1,2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8}) (UTC|GMT) "
        + @"\((?<size>[0-9,]{1,12}) ?(KB|kb)(,(?<flags>[A-Z]{1,8}))?\)( (?<withdrawn>\(withdrawn\)))?\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
