using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Markdown;
using Sheaf.Names;

namespace Sheaf.Lists.Import;

/// <summary>
/// The papers of a mail in which arXiv announces new ones: each between lines of two backslashes, with its identifier, its fields, its
/// abstract and the link to it. Its title and its authors are claimed; what its abstract and comments name are mentions.
/// </summary>
internal static partial class ArxivMail
{
    /// <summary>Takes the announcements out of a text.</summary>
    /// <param name="shown">The text.</param>
    /// <param name="rest">The text with empty lines in their place.</param>
    public static IReadOnlyList<Claim> Take(ShownText shown, out ShownText rest)
    {
        rest = shown;
        var text = shown.Text;
        if (!text.Contains("\\\\", StringComparison.Ordinal) || !Start().IsMatch(text))
        {
            return [];
        }

        var lines = MarkdownLine.Split(text);
        var origins = Origins(shown, lines);
        var claims = new List<Claim>();
        rest = new();
        for (var at = 0; at < lines.Count;)
        {
            var end = EndOf(lines, at);
            if (end is { } last)
            {
                claims.AddRange(Read(lines, origins, at, last));
            }

            for (var to = end ?? at; at <= to; at++)
            {
                rest.AddLine(end is null ? lines[at].Text : "", origins[at]);
            }
        }

        return claims;
    }

    /// <summary>The last line of the announcement that begins at a line; null where none does.</summary>
    private static int? EndOf(List<MarkdownLine> lines, int at)
    {
        var isStart = Separator().IsMatch(lines[at].Text) && at + 1 < lines.Count && Number().IsMatch(lines[at + 1].Text);
        var end = at + 1;
        while (isStart && end < lines.Count && !Rule().IsMatch(lines[end].Text) && !IsStart(lines, end))
        {
            end++;
        }

        return isStart ? end - 1 : null;
    }

    private static bool IsStart(List<MarkdownLine> lines, int at) =>
        Separator().IsMatch(lines[at].Text) && at + 1 < lines.Count && Number().IsMatch(lines[at + 1].Text);

    private static IEnumerable<Claim> Read(List<MarkdownLine> lines, int[] origins, int start, int end)
    {
        var title = FieldAt(lines, start, end, "Title");
        var authors = FieldAt(lines, start, end, "Authors") ?? FieldAt(lines, start, end, "Author");
        var seen = new HashSet<ArxivIdentifier>();
        for (var at = start + 1; at <= end; at++)
        {
            foreach (var found in IdentifierFinder.Find(lines[at].Text))
            {
                var isEntry = at == start + 1 && seen.Count == 0;
                if (found.Reference is { } reference && seen.Add(reference.Identifier))
                {
                    var claim = new Claim(found, origins[at], isEntry) { IsInRecord = true };
                    yield return isEntry
                        ? claim with { Title = title is null ? null : PlainTitle.Of(title), Surnames = Surnames(authors) }
                        : claim;
                }
            }
        }
    }

    /// <summary>A field with the lines below that are indented.</summary>
    private static string? FieldAt(List<MarkdownLine> lines, int start, int end, string name)
    {
        for (var at = start + 2; at <= end && !Separator().IsMatch(lines[at].Text); at++)
        {
            if (lines[at].Text.StartsWith(name + ":", StringComparison.Ordinal))
            {
                var more = lines.Skip(at + 1).Take(end - at).TakeWhile(line => line.Indent > 0 && !line.IsWhiteSpace)
                    .Select(line => line.Text.Trim());
                return string.Join(' ', more.Prepend(lines[at].Text[(name.Length + 1)..].Trim()));
            }
        }

        return null;
    }

    /// <summary>Affiliations stand in parentheses.</summary>
    private static IReadOnlyList<string> Surnames(string? authors) => authors is null or { Length: > 20_000 }
        ? []
        : [.. PersonNames.Divide(Affiliation().Replace(Affiliation().Replace(authors, ""), ""))
            .Where(name => !PersonNames.IsOthers(name)).Select(Surname.InEitherOrder).Where(name => name.Length > 0)];

    private static int[] Origins(ShownText shown, List<MarkdownLine> lines)
    {
        var (origins, start) = (new int[lines.Count], 0);
        for (var at = 0; at < lines.Count; at++)
        {
            origins[at] = shown.LineAt(start);
            start += lines[at].Text.Length + 1;
        }

        return origins;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^\\\\[ \t]*\r?\n(arXiv|Paper):", Options | RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Start();

    [GeneratedRegex(@"^\\\\[ \t]*\z", Options)]
    private static partial Regex Separator();

    // arXiv:2404.00001 (*cross-listing*); in old mails Paper: hep-th/9901001
    [GeneratedRegex(@"^(arXiv|Paper):[ \t]?[a-z0-9]", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"^([-=]{20,}|(%%--){3,}.*|(%-){3,}.*)[ \t]*\z", Options)]
    private static partial Regex Rule();

    [GeneratedRegex(@"\s?\([^()]{0,2000}\)", Options)]
    private static partial Regex Affiliation();
}
