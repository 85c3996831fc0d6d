using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Desk.Pages;
using Sheaf.Lists;
using Sheaf.Ranking;

namespace Sheaf.Desk;

/// <summary>
/// What was decided about papers, where they stand, and whose list a decision goes to, as the files had it at one moment.
/// </summary>
/// <param name="decided">The files.</param>
/// <param name="underWork">The month that the editor is at.</param>
/// <param name="now">The month that it is.</param>
internal sealed class PaperStandings(Decisions decided, Month underWork, Month now)
{
    /// <summary>Every paper that is on a list or in a past issue.</summary>
    public IReadOnlySet<ArxivIdentifier> Placed => field ??= decided.Picks.Placed.ToHashSet();

    /// <summary>As a decision would leave it; a list goes before <c>refused.txt</c>, and that before <c>later.txt</c>.</summary>
    public string StateOf(ArxivIdentifier paper)
    {
        var entries = decided.Picks.PlacesOf(paper).Where(place => !place.IsIssue).ToList();
        return entries.Count > 0 ? entries.Any(entry => entry.Starred) ? "starred" : "taken"
            : decided.Refused.Papers.Contains(paper) ? "refused"
            : decided.Later.Papers.Contains(paper) ? "later"
            : "open";
    }

    /// <summary>Whether it is anywhere: what was published has been decided on, too.</summary>
    public bool IsDecided(ArxivIdentifier paper) => Placed.Contains(paper) || StateOf(paper) != "open";

    /// <summary>The editor's words beside a paper that was set aside; null for none.</summary>
    public string? WordsOf(ArxivIdentifier paper) => StateOf(paper) switch
    {
        "refused" => decided.Refused.Reasons.GetValueOrDefault(paper),
        "later" => decided.Later.Reasons.GetValueOrDefault(paper),
        _ => null,
    };

    /// <summary>Whose list a decision goes to: the one that has the paper, else that of the month in which it was submitted.</summary>
    public Month MonthOf(Eprint paper) => MonthOf(paper.Identifier, paper.Month);

    /// <inheritdoc cref="MonthOf(Eprint)"/>
    /// <param name="paper">The paper.</param>
    /// <param name="own">The month in which it was submitted, as far as that is known.</param>
    public Month MonthOf(ArxivIdentifier paper, Month own) =>
        decided.Picks.PlacesOf(paper).FirstOrDefault(place => !place.IsIssue)?.Month ?? own;

    /// <summary>The months that an editor may choose; none where a list has the paper, as it stays there.</summary>
    public IReadOnlyList<MonthChoice> MonthsOf(Eprint paper) => MonthsOf(paper.Identifier, paper.Month);

    /// <inheritdoc cref="MonthsOf(Eprint)"/>
    /// <inheritdoc cref="MonthOf(ArxivIdentifier, Month)" path="/param"/>
    public IReadOnlyList<MonthChoice> MonthsOf(ArxivIdentifier paper, Month own) =>
        decided.Picks.PlacesOf(paper).Any(place => !place.IsIssue)
            ? []
            : [.. new[] { own, own.Next, underWork }.Distinct().Where(month => month == own || month <= now).Order()
                .Select(month => new MonthChoice(month.ToString(), month.Title))];

    /// <summary>Where it is an entry, each with a link.</summary>
    public IReadOnlyList<PlaceLink> PlacesOf(Eprint paper) => PlacesOf(paper.Identifier, paper.Month);

    /// <inheritdoc cref="PlacesOf(Eprint)"/>
    /// <inheritdoc cref="MonthOf(ArxivIdentifier, Month)" path="/param"/>
    public IReadOnlyList<PlaceLink> PlacesOf(ArxivIdentifier paper, Month own) =>
        [.. decided.Picks.PlacesOf(paper).Select(place => PlaceOf(place, own)).Distinct()];

    private static PlaceLink PlaceOf(PickPlace place, Month own) => place.IsIssue
        ? new($"Published in {NameOf(place)}", place.Month is { } issue ? DeskPaths.Publish(issue) : null, IsList: false)
        : new($"On the list {(place.Month is null ? "" : "of ")}{NameOf(place)}", DeskPaths.List(place.Month ?? own), IsList: true);

    /// <summary>By its month where the file is called after nothing else.</summary>
    private static string NameOf(PickPlace place) =>
        place.Month is { } month && place.File == $"{month}.md" ? month.Title : place.File;
}
