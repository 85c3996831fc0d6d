using Sheaf.Arxiv.Eprints;
using Sheaf.Drafts.Formats;
using Sheaf.Drafts.Model;
using static Sheaf.Tests.Drafts.InventedEprints;

namespace Sheaf.Tests.Drafts.Formats;

/// <summary>Drafts that nobody composed, for what is rendered of them.</summary>
internal static class FormattedDrafts
{
    /// <summary>Sections, stars, tags, notes, suggestions, a journal, a withdrawal, and a paper that came late.</summary>
    public static Draft Rich()
    {
        var draft = TheRoundupStyle.Rich();
        var late = One(
            Paper("2403.00007", "2024-03-29T08:00:00Z", "It Came Late", "Some papers come late. They do.", "Cy Later"), "Better *late*.",
            "late");
        return draft with
        {
            Sections = [.. draft.Sections.Select(section => section with { Entries = [.. section.Entries.Select(Dressed)] })],
            LateArrivals = [late],
        };
    }

    /// <summary>An entry as it stands.</summary>
    public static DraftEntry One(Eprint paper, string? note = null, params string[] tags) =>
        new(paper, note, Starred: false, tags, Section: null, Suggestion: null);

    /// <summary>A list of one section.</summary>
    public static Draft Of(params DraftEntry[] entries) => new(April, entries.Length == 0 ? [] : [new DraftSection("Papers", entries)], []);

    public static Draft Of(Eprint paper) => Of(One(paper));

    public static string Render(string format, Draft draft) => DraftFormat.Named(format)!.Render(draft);

    private static DraftEntry Dressed(DraftEntry entry) => entry.Eprint.Identifier.ToString() switch
    {
        "hep-th/9901001" => entry with
        {
            Eprint = entry.Eprint with
            {
                Categories = ["hep-th", "math-ph"],
                JournalRef = "J. Gears 12 (1999) 34",
                Dois = ["10.9999/gears.1999.34"],
            },
        },
        "2008.00005" =>
            entry with { Eprint = entry.Eprint with { Withdrawn = true, LastSubmitted = entry.Eprint.LastSubmitted.AddYears(4) } },
        _ => entry,
    };
}
