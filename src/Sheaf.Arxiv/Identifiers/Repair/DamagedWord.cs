using System.Text.RegularExpressions;

namespace Sheaf.Arxiv.Identifiers.Repair;

/// <summary>
/// Numbers of which nothing but their place shows that an identifier was meant: at the head of an entry, or behind the word arXiv. They
/// have lost digits, or a blank has slipped in behind the point.
/// </summary>
internal static partial class DamagedWord
{
    /// <inheritdoc cref="IdentifierFinder.ReadHead"/>
    public static FoundReference? AtHead(string text, int at) =>
        Head().Match(text, at) is { Success: true } head && !OtherNumbers.Include(text, at, at + head.Length) ? Read(head) : null;

    /// <inheritdoc cref="IdentifierFinder.FindBehindName"/>
    public static IEnumerable<FoundReference> BehindName(string text) =>
        text.Contains("arxiv", StringComparison.OrdinalIgnoreCase) ? Named().Matches(text).Select(Read).OfType<FoundReference>() : [];

    // On arXiv 2012. 1500 papers came: behind a blank only a number of full length is one.
    private static FoundReference? Read(Match match)
    {
        var number = match.Groups["number"];
        return IdentifierFinder.ReadToken(number.Value) is { Reference: null, MayMean: [_, ..] meant } read
            && (meant.Count == 1 || !number.ValueSpan.ContainsAny(" \t\u00a0"))
                ? read with { Index = match.Index, Length = match.Length, Text = match.Value }
                : null;
    }

    // 2404.5, 2404. 00009, 706.0001; not 2404.5 is the price.
    [GeneratedRegex(
        @"\G(?<number>[012][0-9]{3}\.([0-9]{1,3}|[ \u00a0][0-9]{4,5})(v[0-9]{1,3})?|70[4-9]\.[0-9]{4}|[89](0[1-9]|1[0-2])\.[0-9]{4})"
            + @"(?![\p{L}\p{N}/%-]|[.,:][\p{L}\p{N}]|[ \u00a0](is|are|was|were|to|and|or|of|in)(?!\p{L}))",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    // arXiv 2404. 00009, arXiv preprint: 2404.5
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}/.@-])arxiv([ \u00a0](preprint|e-?print|identifier|id|number|no\.?|paper))?[ \u00a0]?[:#]?[ \u00a0]?"
            + @"(?<number>[0-9]{3,4}[.,;·](\s?[0-9]{4,5}|[0-9OolI]{1,8})(v[0-9]{1,3})?)(?![\p{L}\p{N}/%-]|[.,:][\p{L}\p{N}])",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
