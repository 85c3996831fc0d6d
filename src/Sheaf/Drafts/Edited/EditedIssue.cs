using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Merging;
using Sheaf.Drafts.Model;
using Sheaf.Languages;

namespace Sheaf.Drafts.Edited;

/// <summary>What is known of an edited draft beside its text.</summary>
/// <param name="Month">The issue.</param>
/// <param name="Papers">Those that the store knows; others are rendered by what the text says of them.</param>
internal sealed record EditedIssue(Month Month, IReadOnlyDictionary<ArxivIdentifier, Eprint> Papers)
{
    /// <summary>With fewer papers there is no picture of the month.</summary>
    private const int FewestForFigures = 10;

    /// <summary>That of the text and of the page's own words; English by default.</summary>
    public DraftLanguage Language { get; init; } = DraftLanguages.English;

    /// <summary>What site generators are told before the Markdown; empty for nothing.</summary>
    public string FrontMatter { get; init; } = "";

    /// <summary>The title of a text without a heading.</summary>
    public string Title => Draft.TitleIn(Language, Month);

    /// <summary>The papers on the list as a draft that can be counted; null where they are too few for pictures.</summary>
    public Draft? Counted(DraftContents contents)
    {
        var entries = contents.Listed.Order().Where(Papers.ContainsKey)
            .Select(paper => new DraftEntry(Papers[paper], null, false, [], null, null)).ToList();
        return entries.Count < FewestForFigures ? null
            : new Draft(Month, [new DraftSection(Language.Headings.Papers, entries)], []) { Language = Language };
    }
}
