using System.Text.RegularExpressions;

namespace Sheaf.Lists.Import;

/// <summary>
/// Links of org-mode, reStructuredText and wikis, <c>[[address][Title]]</c> and <c>`Title &lt;address&gt;`_</c>, as those of Markdown.
/// </summary>
internal static partial class LinkMarkup
{
    public static string ToMarkdown(string line)
    {
        line = WikiTemplates.ToMarkdown(line);
        line = line.Contains("[[", StringComparison.Ordinal) ? Org().Replace(line, Markdown) : line;
        line = line.Contains(">`_", StringComparison.Ordinal) ? ReStructured().Replace(line, Markdown) : line;
        line = line.Contains("[http", StringComparison.Ordinal) ? Wiki().Replace(line, Markdown) : line;
        return line.Contains("![", StringComparison.Ordinal)
            ? Image().Replace(line, image => IsFigure(image.Groups["address"].Value) ? image.Groups["text"].Value : image.Value)
            : line;
    }

    /// <summary>Whether an image is a figure of a paper, and no sign that stands for the paper.</summary>
    public static bool IsFigure(string address) => Figure().IsMatch(address);

    /// <summary>An address as it may stand in a Markdown link: without white space, with brackets percent-encoded.</summary>
    public static string Target(string address) => string.Concat(address.Where(character => !char.IsWhiteSpace(character)))
        .Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
        .Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);

    private static string Markdown(Match link) =>
        link.Groups["text"] is { Length: > 0 } text
            ? $"[{text.Value.Trim()}]({Target(link.Groups["address"].Value)})"
            : $"<{link.Groups["address"].Value}>";

    [GeneratedRegex(
        @"\[\[(?<address>(https?:|doi:|arxiv:|www\.)[^\]\[\s]{1,500})\](\[(?<text>[^\]\[]{1,400})\])?\]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Org();

    [GeneratedRegex(@"!\[(?<text>[^\]\[]{0,400})\]\((?<address>[^()\s]{1,1000})[^()]{0,400}\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Image();

    [GeneratedRegex(
        @"^(https?:)?//([a-z0-9-]{1,30}\.)?(arxiv|ar5iv)\.[a-z.]{2,20}/",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Figure();

    [GeneratedRegex(@"`(?<text>[^`<>]{1,400})<(?<address>[^<>`\s]{1,500})>`__?", RegexOptions.ExplicitCapture)]
    private static partial Regex ReStructured();

    // [https://arxiv.org/abs/2404.00001 Title]; https://arxiv.org/abs/2404.00001[Title]
    [GeneratedRegex(
        @"(?<![\]\[])\[(?<address>https?://[^\]\[\s]{1,500}) (?<text>[^\]\[]{1,400})\](?!\()",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Wiki();
}
