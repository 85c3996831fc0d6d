using Sheaf.Arxiv.Identifiers.Repair;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>
/// Finds the references to e-prints in free text, in the spellings of field guide 1.4 and with the damage of 1.5: links, DOIs,
/// <c>arXiv:</c> and bare identifiers. The time it takes grows with the length of the text only, whatever the text.
/// </summary>
/// <remarks>
/// Damage is mended in this order: what cannot be seen is left out, digits and signs of other scripts and odd dashes become ASCII, percent
/// signs are decoded once; then the identifier is read by the rules of field guide 1.1. Where a link, a DOI or <c>arXiv:</c> proves that an
/// identifier was meant, a line break inside it is passed over, and at last Chinese numerals and look-alike letters are tried for digits.
/// </remarks>
public static class IdentifierFinder
{
    /// <summary>
    /// The references in a text of any length, in their order. Malformed ones are only reported where a link, a DOI or <c>arXiv:</c> proves
    /// that an identifier was meant; a bare <c>2413.00001</c> may be any number.
    /// </summary>
    public static IReadOnlyList<FoundReference> Find(string text) => new TextScan(text).Run();

    /// <summary>
    /// Judges the content of a field that is made for an identifier. A bare identifier has a reference; one that was damaged (a spreadsheet
    /// dropped its zeros or wrote it as a large number, its point is elsewhere or another sign, letters stand for digits) has a problem and
    /// the identifiers that may have been meant. For anything else, links too, the answer is null: <see cref="Find"/> reads that. Markup
    /// and punctuation around it are passed over.
    /// </summary>
    public static FoundReference? ReadToken(string token) => BareForms.JudgeField(token);

    /// <summary>
    /// Judges one word of a text, where an identifier is likely. As <see cref="ReadToken"/>, but only what has the full shape of an
    /// identifier is taken for a damaged one, since <c>2404.5</c> may be any number there.
    /// </summary>
    public static FoundReference? ReadWord(string word) => BareForms.Judge(word);

    /// <summary>
    /// Judges the number that begins an entry of a list: <c>2404.5</c>, which has lost digits, or <c>2404. 00009</c>. Null where there is
    /// none, and where the word beside it says that it is another number.
    /// </summary>
    /// <param name="text">The entry.</param>
    /// <param name="at">Where its first word begins.</param>
    public static FoundReference? ReadHead(string text, int at) => DamagedWord.AtHead(text, at);

    /// <summary>
    /// The damaged identifiers behind the word arXiv that <see cref="Find"/> takes for none: <c>arXiv 2404. 00009</c>, <c>arXiv 2404.5</c>.
    /// </summary>
    public static IEnumerable<FoundReference> FindBehindName(string text) => DamagedWord.BehindName(text);

    /// <summary>
    /// Reads a text that is, but for white space and invisible characters around it, exactly one reference in any spelling known here,
    /// mended if that can be done with certainty.
    /// </summary>
    public static bool TryReadReference(string text, out EprintReference reference)
    {
        var trimmed = Trimmed(text);
        if (IdentifierGrammar.ReadKnown(trimmed, out reference) is null)
        {
            return true;
        }

        var whole = Find(trimmed) is [{ Reference: not null } only] && only.Length == trimmed.Length ? only.Reference : null;
        reference = whole ?? default;
        return whole is not null;
    }

    internal static string Explain(string text)
    {
        var trimmed = Trimmed(text);
        return Find(trimmed) switch
        {
            [{ Problem: { } problem }] => problem,
            [{ Reference: { } reference } only] when only.Length < trimmed.Length => $"there is other text beside {reference}",
            { Count: > 1 } => "there is more than one reference in it",
            _ => IdentifierGrammar.ReadKnown(trimmed, out _) ?? IdentifierGrammar.NoIdentifier,
        };
    }

    private static string Trimmed(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsNothing(text[start]))
        {
            start++;
        }

        while (end > start && IsNothing(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    private static bool IsNothing(char character) => char.IsWhiteSpace(character) || Glyphs.IsInvisible(character);
}
