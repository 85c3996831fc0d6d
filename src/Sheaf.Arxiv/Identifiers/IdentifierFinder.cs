namespace Sheaf.Arxiv.Identifiers;

/// <summary>
/// Finds the references to e-prints in free text, in the spellings of field guide 1.4: links, DOIs, <c>arXiv:</c> and bare identifiers.
/// The time it takes grows with the length of the text only, whatever the text.
/// </summary>
public static class IdentifierFinder
{
    // The first form that knows a place takes it. Those that only pass over foreign text stand before the bare identifiers, which would
    // find one in https://example.org/2404.12345.
    private static readonly ReferenceForm[] Forms =
    [
        ProvenForms.Link,
        ProvenForms.Doi,
        ProvenForms.Prefix,
        ForeignText.Address,
        ForeignText.Doi,
        BareForms.Modern,
        BareForms.Old,
    ];

    /// <summary>
    /// The references in a line or paragraph, in their order. Malformed ones are only reported where a link, a DOI or <c>arXiv:</c> proves
    /// that an identifier was meant; a bare <c>2413.00001</c> may be any number.
    /// </summary>
    public static IReadOnlyList<FoundReference> Find(string text)
    {
        var found = new List<FoundReference>();
        for (var at = 0; at < text.Length;)
        {
            var passage = ReadAt(text, at);
            if (passage?.Found is { } reference)
            {
                found.Add(reference);
            }

            at += passage?.Length ?? 1;
        }

        return found;
    }

    /// <summary>
    /// Judges one bare word of which its place says that it should be an identifier. An identifier has a reference; what only has the
    /// shape of one has a problem; for any other word, links too, the answer is null. Markup and punctuation around the word are passed over.
    /// </summary>
    public static FoundReference? ReadToken(string token) => BareForms.Judge(token);

    /// <summary>Reads a text that is, but for white space around it, exactly one reference in any spelling known here.</summary>
    public static bool TryReadReference(string text, out EprintReference reference)
    {
        var trimmed = text.Trim();
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
        var trimmed = text.Trim();
        return Find(trimmed) switch
        {
            [{ Problem: { } problem }] => problem,
            [{ Reference: { } reference } only] when only.Length < trimmed.Length => $"there is other text beside {reference}",
            { Count: > 1 } => "there is more than one reference in it",
            _ => IdentifierGrammar.ReadKnown(trimmed, out _) ?? IdentifierGrammar.NoIdentifier,
        };
    }

    private static Passage? ReadAt(string text, int at)
    {
        if (!char.IsAsciiLetterOrDigit(text[at]) || !(WordBoundary.IsBefore(text, at) || ForeignText.IsAddress(text, at)))
        {
            return null;
        }

        foreach (var form in Forms)
        {
            if (form(text, at) is { } passage)
            {
                return passage;
            }
        }

        return null;
    }
}
