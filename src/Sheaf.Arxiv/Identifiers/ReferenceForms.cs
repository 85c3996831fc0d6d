using Sheaf.Arxiv.Identifiers.Repair;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>All forms of field guide 1.4. The first form that knows a place takes it.</summary>
internal static class ReferenceForms
{
    private static readonly ReferenceForm[] Proven =
    [
        LinkForms.Arxiv,
        LinkForms.ArxivInParts,
        LinkForms.Neighbour,
        ProvenForms.Doi,
        ProvenForms.OaiName,
        ProvenForms.Prefix,
        ForeignText.AddressOfName,
    ];

    // Those that only pass over foreign text stand before the bare identifiers, which would find one in https://example.org/2404.12345.
    private static readonly ReferenceForm[] BeginWithLetter =
        [.. Proven, AddressForms.Whole, ForeignText.Address, BareForms.Old, AddressForms.WithoutScheme, BareForms.Mended];

    private static readonly ReferenceForm[] BeginWithDigit =
        [ProvenForms.Doi, ForeignText.Doi, CatalogueKey.At, BareForms.ModernAlone, FileName.At, BareForms.Mended];

    /// <summary>What begins here; null where nothing does that is known.</summary>
    public static CandidateSpan? Read(string text, int at) =>
        !MayBegin(text, at)
            ? FileName.At(text, at)
            : First(char.IsAsciiLetter(text[at]) || text[at] == '/' ? BeginWithLetter : BeginWithDigit, text, at);

    /// <summary>As <see cref="Read"/>, for what nobody but arXiv's readers can have meant.</summary>
    public static CandidateSpan? ReadProven(string text, int at) => MayBegin(text, at) ? First(Proven, text, at) : null;

    private static CandidateSpan? First(ReferenceForm[] forms, string text, int at)
    {
        foreach (var form in forms)
        {
            if (form(text, at) is { } passage)
            {
                return passage;
            }
        }

        return null;
    }

    // Two slashes begin an address that leaves out its scheme, one slash that of another page of the same host.
    private static bool MayBegin(string text, int at) => char.IsAsciiLetterOrDigit(text[at]) || Glyphs.Numeral(text[at]) is not null
        ? WordBoundary.IsBefore(text, at) || ForeignText.IsAddress(text, at)
        : text[at] == '/' && at + 1 < text.Length && (text[at + 1] == '/' || char.IsAsciiLetter(text[at + 1]))
            && WordBoundary.IsBefore(text, at);
}

/// <summary>
/// One form in which references occur, or what looks like one. It is asked where a word begins, answers null where the text does not have
/// its form, and must not look further ahead than a bounded distance unless it takes what it has looked at.
/// </summary>
internal delegate CandidateSpan? ReferenceForm(string text, int at);
