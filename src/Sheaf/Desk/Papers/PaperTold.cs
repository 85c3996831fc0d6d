using System.Globalization;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Desk.Pages;
using Sheaf.Drafts.Formats;
using Sheaf.Drafts.Model;
using Sheaf.Formulas;

namespace Sheaf.Desk;

/// <summary>What is told of a paper that is open, on every page alike.</summary>
internal static class PaperTold
{
    private const int NamesInRow = 4;
    private const int NamesInDetail = 60;

    /// <param name="eprint">The paper.</param>
    /// <param name="month">Whose list a decision goes to.</param>
    /// <param name="paragraph">A paragraph of the abstract, with what is to be marked in it.</param>
    public static PaperDetail Of(Eprint eprint, Month month, Func<string, PageFormulas, Html> paragraph)
    {
        var (names, formulas) = (PaperText.Authors(eprint).ToList(), PageFormulas.Begin());
        return new(
            eprint.Identifier.ToString(), month.ToString(),
            DeskMarkup.Of(Html.Lines(PaperText.Abstract(eprint).Select(text => (Html)$"<p>{paragraph(text, formulas)}</p>"))),
            names.Count > NamesInRow + 1 || eprint.HasOtherAuthors ? NamesOf(names, NamesInDetail, eprint.HasOtherAuthors) : null)
        {
            Comment = PaperText.LineOf(eprint.Comment),
            Code = [.. FoundLinks.Of(eprint).Code.Select(link => link.AbsoluteUri)],
        };
    }

    /// <summary>The first of the authors, for a row.</summary>
    public static string NamesOf(Eprint eprint) => NamesOf([.. PaperText.Authors(eprint)], NamesInRow, eprint.HasOtherAuthors);

    /// <inheritdoc cref="NamesOf(Eprint)"/>
    /// <param name="names">Of all that are known.</param>
    public static string NamesOf(IReadOnlyList<string> names) => NamesOf(names, NamesInRow, hasOthers: false);

    private static string NamesOf(IReadOnlyList<string> names, int most, bool hasOthers) =>
        names.Count <= most + 1
            ? string.Join(", ", names) + (hasOthers ? " et al." : "")
            : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names.Take(most))} and {names.Count - most} others");
}
