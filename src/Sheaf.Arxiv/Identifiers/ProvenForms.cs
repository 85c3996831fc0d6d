using System.Text.RegularExpressions;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>References that begin with something only arXiv's have. What follows is an identifier or was meant to be one.</summary>
internal static partial class ProvenForms
{
    // Trailing characters that belong to the sentence or its markup and not to the reference.
    private const string Punctuation = ".:!?*_~-+=";

    /// <summary>A link to an e-print on arxiv.org or one of its mirrors, with or without scheme.</summary>
    public static Passage? Link(string text, int at) => LinkHead().Match(text, at) is { Success: true } head ? Read(text, at, at + head.Length) : null;

    /// <summary><c>10.48550/arXiv.2405.00208</c>, bare, after <c>doi:</c> or as a link.</summary>
    public static Passage? Doi(string text, int at) => DoiHead().Match(text, at) is { Success: true } head ? Read(text, at, at + head.Length) : null;

    /// <summary><c>arXiv:2405.00208</c>. Without any digit it is taken for prose: <c>arXiv:cs.CL</c>.</summary>
    public static Passage? Prefix(string text, int at)
    {
        if (PrefixHead().Match(text, at) is not { Success: true } head)
        {
            return null;
        }

        var start = at + head.Length;
        var end = PathEnd(text, start);
        return text.AsSpan(start, end - start).ContainsAnyInRange('0', '9') ? Read(text, at, start) : new(end - at, null);
    }

    // 'start' is where the head, which begins at 'at', ends.
    private static Passage? Read(string text, int at, int start)
    {
        var pathEnd = PathEnd(text, start);
        var written = text.AsSpan(start, pathEnd - start).TrimEnd(Punctuation);
        if (written.IsEmpty)
        {
            return null;
        }

        var wordEnd = start + written.Length;
        var end = wordEnd == pathEnd ? TailEnd(text, pathEnd) : wordEnd;
        var problem = IdentifierGrammar.ReadKnown(BareForms.Decoded(written.ToString()), out var reference);
        return problem is null ? Passage.Of(text, at, end, reference)
            : ReadBare(text, start) is { Found.Reference: { } bare } identifier ? Passage.Of(text, at, start + identifier.Length, bare)
            : Passage.Malformed(text, at, end, problem);
    }

    // Other text may follow an identifier without a space, as in Chinese.
    private static Passage? ReadBare(string text, int start) => BareForms.Modern(text, start) ?? BareForms.Old(text, start);

    private static int PathEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsAscii(text[end]) ? IsPath(text[end]) : char.IsLetterOrDigit(text[end])))
        {
            end++;
        }

        return end;
    }

    private static bool IsPath(char character) => char.IsAsciiLetterOrDigit(character) || "./%:_~+=-".Contains(character);

    private static int TailEnd(string text, int pathEnd)
    {
        if (pathEnd == text.Length || text[pathEnd] is not ('?' or '#'))
        {
            return pathEnd;
        }

        var end = pathEnd;
        while (end < text.Length && char.IsAscii(text[end]) && (IsPath(text[end]) || "?#&;@!$*".Contains(text[end])))
        {
            end++;
        }

        return pathEnd + text.AsSpan(pathEnd, end - pathEnd).TrimEnd(Punctuation + ";").Length;
    }

    [GeneratedRegex(@"\G(https?://)?([a-z0-9-]{1,20}\.)?arxiv\.org/{1,3}(abs|pdf|html|format|src|e-print)/{1,3}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LinkHead();

    [GeneratedRegex(@"\G((https?://)?((www|dx)\.)?doi\.org/|doi:\s?)?10\.48550(/|%2f)arxiv\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DoiHead();

    [GeneratedRegex(@"\Garxiv:(\s?(?=[0-9]{4}\.[0-9]))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PrefixHead();
}
