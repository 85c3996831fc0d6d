using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers.Repair;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>References that begin with something only arXiv's have. What follows is an identifier or was meant to be one.</summary>
internal static partial class ProvenForms
{
    // Trailing characters that belong to the sentence or its markup and not to the reference.
    private const string Punctuation = ".:!?*_~-+=";

    // What must follow where the prefix alone proves nothing.
    private const string Identifier =
        @"(?=[0-9]{4}\.[0-9]{4,5}(?![0-9])|[a-z]{2,8}(-[a-z]{2,8})?(\.[a-z-]{2,10})?/[0-9]{7}(?![0-9]))";

    // More than any link has; a longer word is reported in part.
    private const int LongestPath = 2048;

    /// <summary><c>10.48550/arXiv.2405.00208</c>, bare, after <c>doi:</c> or as a link.</summary>
    public static CandidateSpan? Doi(string text, int at) =>
        DoiHead().Match(text, at) is { Success: true } head ? Read(text, at + head.Length) : null;

    /// <summary><c>oai:arXiv.org:2405.00208</c></summary>
    public static CandidateSpan? OaiName(string text, int at) =>
        OaiHead().Match(text, at) is { Success: true } head ? Read(text, at + head.Length) : null;

    /// <summary>
    /// <c>arXiv:2405.00208</c>, in names of files <c>arXiv-2405.00208</c> and the like. Without any digit it is taken for prose:
    /// <c>arXiv:cs.CL</c>.
    /// </summary>
    public static CandidateSpan? Prefix(string text, int at)
    {
        if (PrefixHead().Match(text, at) is not { Success: true } head)
        {
            return null;
        }

        var start = at + head.Length;
        var end = PathEnd(text, start);
        return text.AsSpan(start, end - start).ContainsAnyInRange('0', '9') || Substitution.Read(text, start) is { Reference: not null }
            ? Read(text, start)
            : new(end);
    }

    /// <summary>The identifier, or what stands in its place, behind such a beginning.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the identifier should begin.</param>
    /// <param name="tail">What may divide a link's query and fragment from it.</param>
    public static CandidateSpan? Read(string text, int start, string tail = "?#")
    {
        var pathEnd = PathEnd(text, start);
        var written = text.AsSpan(start, pathEnd - start).TrimEnd(Punctuation);
        if (written.IsEmpty)
        {
            return null;
        }

        var wordEnd = start + written.Length;
        int EndOf(int identifierEnd) => identifierEnd == pathEnd ? TailEnd(text, pathEnd, tail) : identifierEnd;
        var problem = IdentifierGrammar.ReadKnown(written.ToString(), out var reference);
        return problem is null ? CandidateSpan.Of(reference, start..wordEnd, EndOf(wordEnd))
            : ReadBare(text, start) is { } bare ? bare
            : Substitution.Read(text, start) is { } substituted ? substituted with { End = EndOf(substituted.End) }
            : Divided().Match(text, start) is { Success: true } divided
                ? CandidateSpan.Malformed(Explained(divided.Value), start..(start + divided.Length), start + divided.Length)
            : problem == IdentifierGrammar.NoIdentifier
                ? CandidateSpan.Malformed(Explained(written.ToString()), start..wordEnd, EndOf(wordEnd))
            : CandidateSpan.Malformed(problem, start..wordEnd, EndOf(wordEnd));
    }

    private static string Explained(string word) => DamagedIdentifier.ProblemOf(word) ?? IdentifierGrammar.NoIdentifier;

    // Other text may follow an identifier without a space, as in Chinese.
    private static CandidateSpan? ReadBare(string text, int start) => BareForms.Modern(text, start) ?? BareForms.Old(text, start);

    private static int PathEnd(string text, int start)
    {
        var limit = Math.Min(text.Length, start + LongestPath);
        var end = start;
        while (end < limit
            && !ForeignText.IsAddress(text, end)
            && (char.IsAscii(text[end]) ? IsPath(text[end]) : char.IsLetterOrDigit(text[end]) || Glyphs.Numeral(text[end]) is not null))
        {
            end++;
        }

        return end;
    }

    private static bool IsPath(char character) => char.IsAsciiLetterOrDigit(character) || "./:_~+=-".Contains(character);

    private static int TailEnd(string text, int pathEnd, string begins)
    {
        if (pathEnd == text.Length || !begins.Contains(text[pathEnd]))
        {
            return pathEnd;
        }

        var limit = Math.Min(text.Length, pathEnd + LongestPath);
        var end = pathEnd;
        while (end < limit && char.IsAscii(text[end]) && (IsPath(text[end]) || "?#&;@!$*%".Contains(text[end])))
        {
            end++;
        }

        return pathEnd + text.AsSpan(pathEnd, end - pathEnd).TrimEnd(Punctuation + ";").Length;
    }

    [GeneratedRegex(
        $@"\G((https?:)?(//)?((www|dx)\.)?doi\.org/|doi:\s?)?10\.48550/(arxiv\.|(arxiv[:/_-])?{Identifier})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DoiHead();

    [GeneratedRegex(@"\Goai:arxiv\.org:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OaiHead();

    [GeneratedRegex(@"\G[0-9]{4}[,;·_][0-9]{4,5}(?![0-9])")]
    private static partial Regex Divided();

    // 2405.00208 needs no sign behind arXiv; the equals sign and the bar are those of wikis, hyphens
    // in a row the dash of TeX.
    [GeneratedRegex(
        $$"""
        \G(
            arxiv:(\s?(?={{Substitution.AnyDigit}}{4}\.{{Substitution.AnyDigit}}{3}))?
          | arxiv([-–—]{1,3}|[_./\#=|]|\|(eprint|id)=)?{{Identifier}}
          | (e-?print|arxiv_?id)[=|]{{Identifier}}
        )
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex PrefixHead();
}
