using System.Text.RegularExpressions;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>
/// Finds a whole identifier within an address of any host, or a path: behind a word by which readers, mirrors and catalogues mark one
/// (<c>abs/</c>, <c>papers/</c>, <c>arxiv_id=</c> and the like), as the name of a PDF file, or in the key of a catalogue.
/// </summary>
/// <remarks>
/// What is no identifier in every respect is a page of that host, and a number without such a word before it may be anything. The number
/// of another DOI is never taken.
/// </remarks>
internal static partial class EmbeddedIdentifier
{
    private const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace;

    private const string Version = "(v[0-9]{1,3})?";
    private const string Modern = $@"[0-9]{{4}}\.[0-9]{{4,5}}{Version}(?![0-9a-z]|\.[0-9])";
    private const string Archive = @"[a-z]{2,8}(-[a-z]{2,8})?(\.[a-z-]{2,10})?";
    private const string Old = $"{Archive}/[0-9]{{7}}{Version}(?![0-9a-z])";

    private static readonly Regex[] Shapes = [Marked(), Hyphenated(), Divided(), File(), OnNamedHost()];

    /// <summary>What is named, and where in the address its identifier stands.</summary>
    public static (EprintReference Reference, Range Identifier)? Find(string address)
    {
        if (!MayBeIn(address))
        {
            return null;
        }

        foreach (var shape in Shapes)
        {
            for (var match = shape.Match(address); match.Success; match = match.NextMatch())
            {
                if (Read(address, match) is { } reference)
                {
                    var identifier = match.Groups["id"];
                    return (reference, identifier.Index..(identifier.Index + identifier.Length));
                }
            }
        }

        return CatalogueKey.Find(address);
    }

    /// <summary>Whether an address has digits as an identifier or a catalogue's key has them; most have none.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> address)
    {
        for (var at = 0; address[at..].IndexOfAnyInRange('0', '9') is >= 0 and var next;)
        {
            at += next;
            var length = address[at..].IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : address.Length - at;
            if (length > 6 || (length >= 4 && BeginsIdentifier(address[(at + length)..])))
            {
                return true;
            }

            at += length;
        }

        return false;
    }

    // What follows the year and month, or the year in a key.
    private static bool BeginsIdentifier(ReadOnlySpan<char> rest) =>
        rest.Length > 1 && (rest[0] is '.' or '-' or '_'
            ? char.IsAsciiDigit(rest[1])
            : char.IsAsciiLetter(rest[0]) && rest.Length > 13 && char.IsAsciiDigit(rest[13]));

    private static EprintReference? Read(string address, Match match)
    {
        var written = match.Groups["archive"] is { Success: true } archive ? $"{archive.Value}/{match.Groups["number"].Value}"
            : match.Groups["yymm"] is { Success: true } month ? $"{month.Value}.{match.Groups["number"].Value}"
            : match.Groups["id"].Value;
        return !ForeignPrefix().IsMatch(address.AsSpan(Math.Max(0, match.Index - 24), Math.Min(24, match.Index)))
            && IdentifierGrammar.ReadKnown(written, out var reference) is null
                ? reference
                : null;
    }

    [GeneratedRegex(
        $$"""
        (?<![a-z0-9])
        (
            (arxiv(\.org)?|10\.48550)[:/=_.|~+-]{1,3}(arxiv[.:/_-]{1,2})?((abs|pdf|html)/)?
          | (arxiv[_-]?id|e-?print|id_list|pid|paper_?id|identifier|id)[=:/+\s]{1,3}(arxiv[.:/_-])?
          | (abs|pdf|html|papers?|paper_check|overview|reviews?|preprints?|arxpapers|article|articles|src|read|reader|summary|docs?|chat)
            [/=]{1,3}((abs|pdf|html|arxiv)[.:/_-])?
        )
        (?<id>{{Modern}}|{{Old}})
        """, Options)]
    private static partial Regex Marked();

    // journals/corr/abs-2404-00001, arxiv-2404-00001
    [GeneratedRegex(@"(?<![a-z0-9])(abs-|arxiv[-_/])(?<id>(?<yymm>[0-9]{4})[-_](?<number>[0-9]{4,5}))(?![0-9a-z]|[-_.][0-9])", Options)]
    private static partial Regex Hyphenated();

    // journals/corr/cs-CL-0112017, journals/corr/abs-cs-0112017, details/arxiv-hep-th9901001
    [GeneratedRegex(
        """
        (?<![a-z0-9])
        (corr/(abs-)?|arxiv-)
        (?<id>
            (?<archive>[a-z]{2,8}?(-(ph|th|ex|qc|mat|lat|sci|bio|fin|lg|gas|alg|geom|dyn|int|sol))?)
            (-[a-z]{2})?-?
            (?<number>[0-9]{7})
        )
        (?![0-9a-z])
        """, Options)]
    private static partial Regex Divided();

    [GeneratedRegex($@"(?<=[/=_-])(?<id>{Modern})(?=([_-][a-z0-9_.()+-]{{0,120}})?\.pdf(?![a-z0-9]))", Options)]
    private static partial Regex File();

    // https://arxiv.org/2405.00208, http://www.arxiv-sanity.com/2405.00208v1
    [GeneratedRegex(
        $$"""
        ^([a-z]{3,5}:)?(//)?
        ([a-z0-9-]{1,40}\.){0,4}(arxiv|ar5iv|alphaxiv|scirate)[a-z0-9.-]{0,80}(:[0-9]{2,5})?
        /(\S{0,200}?[/=])?(?<id>{{Modern}}|{{Old}})
        """, Options)]
    private static partial Regex OnNamedHost();

    // The beginning of a DOI, right before.
    [GeneratedRegex(@"[0-9]\.[0-9]{4,9}/\z")]
    private static partial Regex ForeignPrefix();
}
