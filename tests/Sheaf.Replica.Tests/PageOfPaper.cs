using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Sheaf.Replica.Tests;

/// <summary>A paper as told by a recorded page, as far as the replica needs it to answer for it.</summary>
internal sealed partial record PageOfPaper(string Id, int Version, CorpusPaper Paper)
{
    /// <summary>The paper of a page; null where the page is none of a paper.</summary>
    public static PageOfPaper? Read(RecordedMessage recorded)
    {
        var html = recorded.Body;
        if (Meta(html, "citation_arxiv_id") is not [var id])
        {
            return null;
        }

        var versions = VersionLine().Matches(html).Select(ReadVersion).ToArray();
        var paper = InventedCorpus.Paper(id, Meta(html, "citation_title")[0]) with
        {
            AuthorsRaw = string.Join(", ", Meta(html, "citation_author")),
            Abstract = Meta(html, "citation_abstract")[0],
            Categories = [.. Category().Matches(Subjects().Match(html).Value).Select(match => match.Groups[1].Value)],
            Versions = versions,
            LastModified = recorded.Header("Last-Modified") is { } time ? DateTimeOffset.Parse(time, CultureInfo.InvariantCulture) : null,
        };
        return new PageOfPaper(id, int.Parse(ShownVersion().Match(html).Groups[1].Value, CultureInfo.InvariantCulture), paper);
    }

    private static CorpusVersion ReadVersion(Match line, int index) => new(
        index + 1,
        DateTimeOffset.ParseExact(
            line.Groups["time"].Value, "ddd, d MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal))
    {
        Withdrawn = line.Groups["withdrawn"].Success,
    };

    private static string[] Meta(string html, string name) =>
        [.. Regex.Matches(html, $"<meta name=\"{name}\" content=\"([^\"]*)\"")
            .Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];

    [GeneratedRegex(@"(?<time>\w{3}, [0-9]{1,2} \w{3} [0-9]{4} [0-9:]{8}) UTC \([0-9,]+ KB\)(?<withdrawn> <em>\(withdrawn\))?")]
    private static partial Regex VersionLine();

    [GeneratedRegex("""<span class="primary-subject">.*?</td>""", RegexOptions.Singleline)]
    private static partial Regex Subjects();

    [GeneratedRegex(@"\(([a-z-]+(?:\.[A-Za-z-]+)?)\)")]
    private static partial Regex Category();

    [GeneratedRegex("""<meta property="og:url" content="[^"]*v([0-9]+)" />""")]
    private static partial Regex ShownVersion();
}
