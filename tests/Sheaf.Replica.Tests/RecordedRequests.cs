using System.Net;
using System.Text.RegularExpressions;

namespace Sheaf.Replica.Tests;

/// <summary>
/// Requests that arXiv's own web software answered, sent to the replica again: status, redirect, title, heading and the first sentence of a
/// refusal must be the same, and so must the headers a polite client goes by.
/// </summary>
public sealed partial class RecordedRequests
{
    private static readonly Dictionary<string, string> s_deleted = new()
    {
        ["astro-ph/0110242"] = "was a duplicate of astro-ph/0110255",
        ["alg-geom/9311009"] = "was a duplicate of alg-geom/9311003",
    };

    /// <summary>Recorded requests that the replica answers otherwise, on purpose.</summary>
    private static readonly Dictionary<string, string> s_otherwise = new()
    {
        ["003-abs-v1: Last-Modified"] = PerPaper,
        ["006-abs-old-id-v1: Last-Modified"] = PerPaper,
        ["008-abs-older-of-withdrawn: Last-Modified"] = PerPaper,
        ["009-abs-withdrawn-older-version: Last-Modified"] = PerPaper,
        ["016-abs-version-missing-file-of-new-id: link to the latest "
            + "version"] = "arXiv's test data lacked one version's file; a corpus cannot",
        ["055-robots"] = "arXiv's software knows no rules of its own and answers those of export.arxiv.org; the replica has the rules "
            + "of arxiv.org",
    };

    private const string PerPaper = "arXiv keeps a time of change for each version, the replica one for each paper";

    private static string Folder => ReferenceData.PathOf("http");

    [Fact]
    public async Task Abstract_pages_and_their_absence_are_answered_as_arxiv_did()
    {
        await using var visit = await ReplicaVisit.ToAsync(new ReplicaOptions(), [.. Papers()]);
        var differences = new List<string>();

        foreach (var file in Directory.GetFiles(Folder, "*.request").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var request = RecordedMessage.Read(file);
            var target = request.StartLine.Split(' ')[1];
            if (!target.StartsWith("/abs", StringComparison.Ordinal) && target != "/robots.txt")
            {
                continue;
            }

            var recorded = RecordedMessage.Read(Path.ChangeExtension(file, ".http"));
            var headers = request.Headers.Where(header => header.Name.StartsWith("If-", StringComparison.Ordinal)).ToArray();
            using var answer = await visit.SendAsync(new HttpMethod(request.StartLine.Split(' ')[0]), target, headers);
            var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            differences.AddRange(Differences(recorded, answer, body).Select(text => $"{name}: {text}"));
        }

        var unexplained = differences.Where(text => !s_otherwise.Keys.Any(known => text.StartsWith(known, StringComparison.Ordinal)));
        Assert.Empty(unexplained);
    }

    [Fact]
    public async Task What_arxiv_offers_elsewhere_is_named_as_not_served()
    {
        await using var visit = await ReplicaVisit.ToInventedPapersAsync();
        string[] others = ["054", "056", "057", "058", "059", "060", "061", "062", "063", "064", "065", "066", "067", "068"];

        foreach (var number in others)
        {
            var target = RecordedMessage.Read(Directory.GetFiles(Folder, $"{number}-*.request").Single()).StartLine.Split(' ')[1];
            using var answer = await visit.GetAsync(target);

            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains(
                "The replica does not serve", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Differences(RecordedMessage recorded, HttpResponseMessage answer, string body)
    {
        var refused = (int)answer.StatusCode >= 400;
        (string What, string? Arxiv, string? Replica)[] pairs =
        [
            ("status", recorded.StartLine.Split(' ')[1], $"{(int)answer.StatusCode}"),
            ("Location", recorded.Header("Location"), answer.Headers.Location?.OriginalString),
            ("Last-Modified", recorded.Header("Last-Modified"), answer.Content.Headers.LastModified?.ToString("R")),
            ("Cache-Control", recorded.Header("Cache-Control"), answer.Headers.CacheControl?.ToString()),
            ("Surrogate-Key", recorded.Header("Surrogate-Key"), answer.Headers.TryGetValues("Surrogate-Key", out var keys)
                ? keys.Single()
                : null),
            ("Content-Type", recorded.Header("Content-Type"), answer.Content.Headers.ContentType?.ToString()),
            ("Allow", recorded.Header("Allow"), answer.Content.Headers.Allow.Count > 0
                ? string.Join(", ", answer.Content.Headers.Allow)
                : null),
            ("title", In(Title(), recorded.Body)?.Replace(
                "405 Method Not Allowed | arXiv e-print repository", "405 Method Not Allowed | arXiv replica", StringComparison.Ordinal),
                In(Title(), body)),
            ("heading", In(Heading(), recorded.Body), In(Heading(), body)),
            ("sentence", refused ? In(Record(), recorded.Body) : null, refused ? In(Record(), body) : null),
            ("link to the latest version", refused ? In(Latest(), recorded.Body) : null, refused ? In(Latest(), body) : null),
        ];
        return pairs.Where(pair => pair.Arxiv != pair.Replica).Select(pair => $"{pair.What} was \"{pair.Arxiv}\", is \"{pair.Replica}\"");
    }

    // The papers of the recorded pages, with what their pages tell: enough to answer the same requests.
    private static IEnumerable<CorpusPaper> Papers()
    {
        var pages = Directory.GetFiles(Folder, "*.http").Select(RecordedMessage.Read).Select(PageOfPaper.Read).OfType<PageOfPaper>();
        foreach (var paper in pages.GroupBy(page => page.Id))
        {
            yield return paper.MaxBy(page => page.Version)!.Paper;
        }

        foreach (var (id, reason) in s_deleted)
        {
            yield return InventedCorpus.Paper(id, "A deleted paper") with { Deleted = reason };
        }
    }

    private static string? In(Regex pattern, string body) =>
        pattern.Match(body) is { Success: true } match ? Regex.Replace(match.Groups[1].Value, @"\s+", " ").Trim() : null;

    [GeneratedRegex("<title>(.*?)</title>", RegexOptions.Singleline)]
    private static partial Regex Title();

    [GeneratedRegex("<h1[^>]*>(.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex(
        "(There is no record of an article with identifier '[^']*'|recorded as having been deleted|<i>\"[^\"]*\"</i>)",
        RegexOptions.Singleline)]
    private static partial Regex Record();

    [GeneratedRegex("(<a href=\"/abs/[^\"]*\">arXiv:[^<]*</a>)")]
    private static partial Regex Latest();
}
