using System.CommandLine;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Curation;
using Sheaf.Settings;

namespace Sheaf.Commands;

/// <summary><c>sheaf refuse</c>: remembers for ever that papers are not to be suggested.</summary>
internal static class RefuseCommand
{
    private static readonly Argument<string[]> References = new("references")
    {
        Description = "Papers: identifiers, links or DOIs",
        HelpName = "REF…",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Build() => new Command(
        "refuse",
        "Remembers that papers are not to be suggested again; to take a no back, delete its line from refused.txt.\nExample: sheaf refuse 2404.01744 2404.01954") { References }
        .Does(RunAsync);

    private static async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var papers = context.Arguments.GetValue(References)!.Select(text => CommandContext.ReferenceOf(text).Identifier).Distinct().ToList();
        var refused = await RefuseAsync(context, papers, cancellationToken);
        foreach (var paper in refused)
        {
            context.Terminal.Say(paper.Sentence);
        }

        context.Terminal.Answer(new RefuseDocument(refused), shapes => shapes.RefuseDocument);
        return ExitCode.Done;
    }

    private static async Task<IReadOnlyList<RefusedPaper>> RefuseAsync(CommandContext context, IReadOnlyList<ArxivIdentifier> papers, CancellationToken cancellationToken)
    {
        context.Workspace.EnsureCreated();
        using (await CuratedLock.TakeAsync(context.Workspace.DecisionsLock, context.Time, cancellationToken))
        {
            var added = new RefusedList(context.Workspace.Refused).Add(papers);
            var listed = new CuratedFolder(context.Workspace.Curated).Read();
            return [.. papers.Select(paper => new RefusedPaper(paper.ToString(), added.Contains(paper) ? "refused" : "already-refused", PlaceOf(paper, listed)))];
        }
    }

    private static string? PlaceOf(ArxivIdentifier paper, IEnumerable<CuratedList> lists) => lists
        .SelectMany(list => list.Entries.Where(entry => !entry.IsMention && entry.Reference?.Identifier == paper).Select(entry => $"curated/{list.Name}, line {entry.Line}"))
        .FirstOrDefault();
}

/// <summary>What <c>refuse</c> writes under <c>--json</c>.</summary>
public sealed record RefuseDocument(IReadOnlyList<RefusedPaper> Papers);

/// <param name="Id">The canonical identifier.</param>
/// <param name="Outcome"><c>refused</c> or <c>already-refused</c>.</param>
/// <param name="Listed">Where it stands on a curated list all the same; null where it does not.</param>
public sealed record RefusedPaper(string Id, string Outcome, string? Listed)
{
    internal string Sentence =>
        $"{Id} {(Outcome == "refused" ? "will not be suggested" : "was refused before")}.{(Listed is null ? "" : $" It stays on the list: {Listed}.")}";
}
