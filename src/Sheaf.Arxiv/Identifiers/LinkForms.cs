using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers.Repair;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>
/// Links to e-prints, on arXiv's own hosts and on those of neighbours that address a paper by its identifier (field guide 1.4).
/// </summary>
internal static partial class LinkForms
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // As those write it that do not want it to be a link: arxiv[.]org, arxiv dot org.
    private const string Dot = @"(\.|\s?[\[({]\s?(\.|dot)\s?[\])}]\s?|\s(\.|dot)\s)";

    // The mirrors that did not take a name below arxiv.org; all retired, but their links live on.
    private const string Mirror =
        @"xxx\.(lanl\.gov|soton\.ac\.uk|sissa\.it|uni-augsburg\.de|tau\.ac\.il|itp\.ac\.cn|if\.usp\.br|adelaide\.edu\.au"
        + @"|yukawa\.kyoto-u\.ac\.jp|imsc\.res\.in)";

    private const string Host =
        $@"\G(h(tt|xx)ps?(:|\[:\])?/{{1,3}}|//)?(([a-z0-9-]{{1,20}}(\.|\[\.\]))?arxiv{Dot}org|{Mirror})(:[0-9]{{2,5}})?/{{1,3}}";

    private const string Query = @"/?\?([^\s#?]{1,200}&(amp;)?)?";

    /// <summary>A link to an e-print on arxiv.org or one of its mirrors, with or without scheme.</summary>
    public static CandidateSpan? Arxiv(string text, int at) =>
        ArxivHost().IsMatch(text, at) && ArxivHead().Match(text, at) is { Success: true } head
            ? ProvenForms.Read(text, at + head.Length, TailAfter(head))
            : null;

    /// <summary>A link that names archive and number apart, as the first abstract pages and the file area did.</summary>
    public static CandidateSpan? ArxivInParts(string text, int at)
    {
        return ArxivHost().IsMatch(text, at)
            && ArxivParts().Match(text, at) is { Success: true } match
            && IdentifierGrammar.ReadKnown($"{match.Groups["archive"].Value}/{match.Groups["number"].Value}", out var reference) is null
            ? CandidateSpan.Of(reference, match.Groups["archive"].Index..(at + match.Length), at + match.Length)
            : null;
    }

    /// <summary>
    /// A link to the page that a neighbour has on an e-print. Their other pages stand at the same place, so that only what looks like an
    /// identifier was meant as one.
    /// </summary>
    public static CandidateSpan? Neighbour(string text, int at) =>
        NeighbourHead().Match(text, at) is { Success: true } head && LooksLikeIdentifier().IsMatch(text, at + head.Length)
            ? ProvenForms.Read(text, at + head.Length, TailAfter(head))
            : null;

    // Within a query, the next parameter follows.
    private static string TailAfter(Match head) => head.ValueSpan.Contains('?') ? "&#" : "?#";

    // Asked first, because most links are of others.
    [GeneratedRegex(Host, Options)]
    private static partial Regex ArxivHost();

    [GeneratedRegex(
        $"{Host}((abs|prevnext){Query}id=|(abs|pdf|html|format|src|e-print|ps|dvi|tb|bibtex)/{{1,3}}(?!\\?)"
        + "|show-email/[0-9a-z]{1,64}/|auth/show-endorsers/|ftp/arxiv/papers/[0-9]{4}/)", Options)]
    private static partial Regex ArxivHead();

    [GeneratedRegex(
        $"{Host}((abs|prevnext){Query}archive=(?<archive>[a-z-]{{2,10}})&(amp;)?papernum="
        + "|ftp/(?<archive>[a-z-]{2,10})/papers/[0-9]{4}/)(?<number>[0-9]{7})(?![0-9])", Options)]
    private static partial Regex ArxivParts();

    [GeneratedRegex(
        """
        \G(https?:?/{1,3}|//)?(
            ar5iv(\.labs\.arxiv)?\.org/(abs|html|pdf)/
          | (www\.)?alphaxiv\.org/([a-z]{2}/)?(abs|pdf|html|overview|resources|review)/
          | (www\.)?arxiv-vanity\.com/papers/
          | (www\.)?scirate\.com/arxiv/
          | ([a-z]{1,10}\.)?inspirehep\.net/(api/)?arxiv/
          | ([a-z]{1,10}\.)?adsabs\.harvard\.edu/(\#?abs|link_gateway)/(?=arxiv:)
          | (www\.)?semanticscholar\.org/arxiv/
          | api\.semanticscholar\.org/(graph/)?(v[0-9]/)?(paper/)?(?=arxiv:)
          | (www\.)?(huggingface\.co|hf\.co)/(api/)?papers/
          | scholar\.google\.[a-z.]{2,6}/scholar_lookup\?([^\s\#?]{1,200}&(amp;)?)?arxiv_id=
        )
        """,
        Options | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NeighbourHead();

    [GeneratedRegex(
        @$"\G/?(arxiv:)?({Substitution.AnyDigit}{{4}}\.{Substitution.AnyDigit}{{3}}|[a-z]{{1,8}}(-[a-z]{{2,8}})?(\.[a-z-]{{2,10}})?/"
            + @$"{Substitution.AnyDigit}{{5}})",
        Options)]
    private static partial Regex LooksLikeIdentifier();
}
