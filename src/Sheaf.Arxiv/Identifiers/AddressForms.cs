using System.Buffers;
using System.Text.RegularExpressions;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>Addresses of any host, and paths, that hold an identifier or another address that does.</summary>
internal static partial class AddressForms
{
    // Of what is looked into; all of a longer one is passed over.
    private const int LongestAddress = 8192;
    private const int LongestPath = 256;

    // cs/0112017 behind a word of two letters.
    private const int ShortestPath = 12;

    private static readonly SearchValues<char> InPath =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789./:_~?&=%#-");

    /// <summary>An address with its scheme, also one that is itself encoded.</summary>
    public static CandidateSpan? Whole(string text, int at) =>
        ForeignText.IsAddress(text, at) || EncodedScheme().IsMatch(text, at) ? Read(text, at, ForeignText.TrimmedEnd(text, at)) : null;

    /// <summary>A path, or an address without its scheme: <c>abs/2405.00208</c>, <c>journals/corr/abs-2405-00208</c>.</summary>
    public static CandidateSpan? WithoutScheme(string text, int at)
    {
        if (text.Length - at < ShortestPath)
        {
            return null;
        }

        var path = text.AsSpan(at, Math.Min(LongestPath, text.Length - at));
        path = path[..(path.IndexOfAnyExcept(InPath) is >= 0 and var length ? length : path.Length)].TrimEnd(ForeignText.Punctuation);
        if (path.Length < ShortestPath || !path[1..].Contains('/') || !EmbeddedIdentifier.MayBeIn(path))
        {
            return null;
        }

        var end = at + path.Length;
        return EmbeddedIdentifier.Find(text[at..end]) is { } found
            ? CandidateSpan.Of(found.Reference, Shifted(found.Identifier, at), end)
            : null;
    }

    private static CandidateSpan? Read(string text, int at, int end)
    {
        var written = text.AsSpan(at, Math.Min(end - at, LongestAddress));
        if (!EmbeddedIdentifier.MayBeIn(written) && !AddressLayers.MayBeIn(written))
        {
            return null;
        }

        CandidateSpan? malformed = null;
        var isOutermost = true;
        foreach (var layer in AddressLayers.Of(written.ToString()))
        {
            if (EmbeddedIdentifier.Find(layer) is { } found)
            {
                return CandidateSpan.Of(found.Reference, isOutermost ? Shifted(found.Identifier, at) : at..end, end);
            }

            if (ArxivLink().Match(layer) is { Success: true } link && ProvenForms.Read(layer, link.Index + link.Length) is { } inner)
            {
                if (inner.Reference is { } reference)
                {
                    return CandidateSpan.Of(reference, at..end, end);
                }

                malformed ??= inner.Problem is { } problem
                    ? CandidateSpan.Malformed(problem, at..end, end) with { Damaged = layer[inner.Identifier] }
                    : null;
            }

            isOutermost = false;
        }

        return malformed;
    }

    private static Range Shifted(Range range, int by) => (range.Start.Value + by)..(range.End.Value + by);

    // Of the addresses of arXiv only those that must hold an identifier.
    [GeneratedRegex(
        @"(?<![a-z0-9])arxiv[.-]org[a-z0-9.:-]{0,80}/{1,3}((abs|pdf|html|format|src|e-print)/{1,3})?(?=[0-9]{3,4}[.,-]?[0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ArxivLink();

    [GeneratedRegex(@"\Gh(tt|xx)ps?%(25){0,4}3a", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex EncodedScheme();
}
