using System.CommandLine;
using Sheaf.Answers;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Searching;
using Sheaf.Settings;
using Sheaf.Store;
using Sheaf.Store.Eprints;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary><c>sheaf search</c>: papers of the store by their words.</summary>
internal static class SearchCommand
{
    private const int MostPapers = 1000;

    private static readonly Argument<string[]> Query = new("query")
    {
        Description = "Words, \"phrases\", -word, OR, begin*, title:, author:, abstract: and brackets; may be left out where an option "
            + "filters",
        HelpName = "QUERY",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string?> CategoryOption = new("--category")
    {
        Description = "Only papers of this category (cs.LG), or archive (cs.*)",
        HelpName = "C",
    };

    private static readonly Option<string?> Author = new("--author")
    {
        Description = "Only papers of this author: a surname, or a name; accents need not be typed",
        HelpName = "NAME",
    };

    private static readonly Option<string?> From = new("--from")
    {
        Description = "Only papers first submitted on this day or later: 2024, 2024-04 or 2024-04-30",
        HelpName = "D",
    };

    private static readonly Option<string?> To = new("--to")
    {
        Description = "Only papers first submitted on this day or earlier",
        HelpName = "D",
    };

    private static readonly Option<int> Top = new("--top")
    {
        Description = "How many papers at most",
        HelpName = "N",
        DefaultValueFactory = _ => 20,
    };

    public static Command Build() => new Command(
        "search",
        "Finds papers of the store by their words, the best first; asks arXiv for nothing.\n"
        + "Example: sheaf search \"low-rank adaptation -vision\" --category cs.* --from 2024")
        {
            Query,
            CategoryOption,
            Author,
            From,
            To,
            Top,
        }.Does(Run);

    private static Task<ExitCode> Run(CommandContext context, CancellationToken cancellationToken)
    {
        var text = string.Join(' ', context.Arguments.GetValue(Query) ?? []);
        var filter = FilterOf(context);
        var top = context.Arguments.GetValue(Top) is >= 1 and <= MostPapers and var count
            ? count
            : throw new BadInputException($"--top takes a number from 1 to {MostPapers}.");
        var query = PaperSearch.Parse(text, filter);
        if (!Database.Exists(context.Workspace.Store))
        {
            throw new BadInputException(
                $"There is no store to search in {Workspace.ForReaders(context.Workspace.Folder)}: name your workspace with --workspace, "
                + "or fill one with sheaf import or sheaf harvest.");
        }

        var known = Searchable(context);
        new IndexView(context.Terminal, known.SearchIndex).CatchUp(known.Search, cancellationToken);
        var found = PaperSearch.Find(known, text, query, filter, top);
        if (known.Search.IsBounded(query, filter))
        {
            context.Terminal.Note(SearchView.Bounded);
        }

        SearchView.Show(context.Terminal, found);
        context.Terminal.Answer(SearchJson.Of(text, filter, found), shapes => shapes.SearchJson);
        return Task.FromResult(ExitCode.Done);
    }

    /// <summary>Over the store, or over a copy of it where its index lacks papers and the person may not write.</summary>
    private static LocalParts Searchable(CommandContext context)
    {
        var known = context.OpenToRead();
        return known.SearchIndex.Pending() > 0 && !known.Store.CanBeWritten() ? context.OpenCopy() : known;
    }

    private static SearchFilter FilterOf(CommandContext context) => PaperSearch.FilterOf(
        context.Arguments.GetValue(CategoryOption)?.Trim(), context.Arguments.GetValue(Author)?.Trim(),
        ("--from", context.Arguments.GetValue(From)), ("--to", context.Arguments.GetValue(To)));
}
