using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts;
using Sheaf.Drafts.Model;
using Sheaf.Drafts.Sentences;
using Sheaf.Lists;

namespace Sheaf.Tests.Drafts;

/// <summary>Papers that nobody wrote, for drafts in tests.</summary>
internal static class InventedEprints
{
    public static readonly Month April = new(2024, 4);

    public static Eprint Paper(
        string id,
        string day = "2024-04-30T12:00:00Z",
        string title = "A Title",
        string summary = "One sentence. Another one.",
        params string[] authors) => new()
        {
            Identifier = ArxivIdentifier.Parse(id),
            LatestVersion = 1,
            Title = title,
            Authors = [.. authors.DefaultIfEmpty("Ada Specimen").Select(name => new Author(name))],
            Abstract = summary,
            Categories = ["cs.CL"],
            FirstSubmitted = DateTimeOffset.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
            LastSubmitted = DateTimeOffset.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
            Versions = [],
            Dois = [],
            Withdrawn = false,
            Sources = new Dictionary<string, RecordSource>(),
        };

    /// <summary>
    /// The draft of a curated list over these papers; each entry of the list must have its paper. Their abstracts are too short for a
    /// sentence that could be printed, so the first is suggested.
    /// </summary>
    public static Draft Draft(string list, params Eprint[] papers) => DraftComposer.Compose(
        April,
        CuratedList.Parse("2024-04.md", list).Drafted.Select(entry =>
            (entry, papers.Single(paper => paper.Identifier == entry.Reference!.Value.Identifier))),
        suggest: paper => AbstractSentences.Of(paper.Abstract).FirstOrDefault());
}
