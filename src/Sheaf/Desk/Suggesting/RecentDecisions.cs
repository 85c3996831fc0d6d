using Sheaf.Arxiv.Identifiers;
using Sheaf.Desk.Pages;
using Sheaf.Store.Lists;

namespace Sheaf.Desk;

/// <summary>The end of the journal, as a page of suggestions needs it: where one stopped, and what would be taken back.</summary>
internal sealed class RecentDecisions
{
    private const int Looked = 100;

    private readonly IReadOnlyList<EditRow> _standing;

    public RecentDecisions(DeskParts parts) => _standing = [.. parts.Files.Latest(Looked).Where(edit => !edit.IsUndone)];

    /// <summary>The decision that would be taken back next; null where there is none.</summary>
    public LastDecision? Last => _standing is [var last, ..]
        ? new(last.Number, $"Last: {(last.Command == "desk" ? "" : $"{last.Command} ")}{last.What}")
        : null;

    /// <summary>How many papers were decided on since one was taken, among the last decisions.</summary>
    public int SinceTaken => _standing.TakeWhile(edit => KindOf(edit) is "refuse" or "later").Count();

    /// <summary>The papers that were decided on, the latest first.</summary>
    public IEnumerable<ArxivIdentifier> Papers => _standing.SelectMany(EditEndpoints.PapersOf);

    /// <summary>What was decided: of the desk's own the first word says it.</summary>
    private static string KindOf(EditRow edit) => edit.Command == "desk" ? edit.What.Split(' ')[0] : edit.Command;
}
