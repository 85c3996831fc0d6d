using Sheaf.Arxiv.Identifiers;
using Sheaf.Desk.Pages;
using Sheaf.Drafts.Formats;
using Sheaf.Store.Lists;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>The end of the journal, as a page of suggestions needs it: where one stopped, and what would be taken back.</summary>
internal sealed class RecentDecisions
{
    private const int Looked = 100;

    private readonly DeskParts _parts;
    private readonly IReadOnlyList<EditRow> _standing;

    public RecentDecisions(DeskParts parts) =>
        (_parts, _standing) = (parts, [.. parts.Files.Latest(Looked).Where(edit => !edit.IsUndone)]);

    /// <summary>The decision that would be taken back next; null where there is none.</summary>
    public LastDecision? Last => _standing is [var last, ..] ? new(last.Number, Sentence(last)) : null;

    /// <summary>How many papers were decided on since one was taken, among the last decisions.</summary>
    public int SinceTaken => _standing.TakeWhile(edit => KindOf(edit) is "refuse" or "later").Count();

    /// <summary>The papers that were decided on, the latest first.</summary>
    public IEnumerable<ArxivIdentifier> Papers => _standing.SelectMany(EditEndpoints.PapersOf);

    /// <summary>By the paper's title where it is about one.</summary>
    private string Sentence(EditRow edit)
    {
        var what = EditEndpoints.PapersOf(edit).Take(2).ToList() is [var paper] && _parts.Local.Eprints.Find(paper) is { } eprint
            ? $"{KindOf(edit)} “{PaperText.Title(eprint)}”"
            : edit.Command == "desk" ? edit.What : $"{edit.Command} {edit.What}";
        return SafeText.OneLine($"Last: {what}");
    }

    /// <summary>What was decided: of the desk's own the first word says it.</summary>
    private static string KindOf(EditRow edit) => edit.Command == "desk" ? edit.What.Split(' ')[0] : edit.Command;
}
