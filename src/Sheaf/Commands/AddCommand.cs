using System.CommandLine;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Curation;
using Sheaf.Curation.Readers;
using Sheaf.Store;

namespace Sheaf.Commands;

/// <summary><c>sheaf add</c>: appends papers to a curated list.</summary>
internal static class AddCommand
{
    private static readonly Argument<string[]> References = new("references")
    {
        Description = "Papers: identifiers, links or DOIs",
        HelpName = "REF…",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string?> From = new("--from")
    {
        Description = "Adds the papers that a text names: plain text, Markdown, a web page, mail, BibTeX, RIS, CSV or JSON; - reads standard input. "
            + "Entries are added, and mentions in prose where there are no entries; stars and notes of the text stay behind",
        HelpName = "FILE|-",
    };

    private static readonly Option<string?> MonthOption = new("--month")
    {
        Description = "The month's list (default: the month of the paper's first version if it is known, else the current month)",
        HelpName = "YYYY-MM",
    };

    private static readonly Option<string?> Note = new("--note") { Description = "A note in your own words", HelpName = "TEXT" };

    private static readonly Option<bool> Star = new("--star") { Description = "Treat the paper in depth" };

    private static readonly Option<string[]> Tag = new("--tag") { Description = "A tag; repeatable", HelpName = "WORD", DefaultValueFactory = _ => [] };

    public static Command Build() => new Command(
        "add",
        "Appends papers to a curated list.\nExamples: sheaf add 2404.19756 --month 2024-04 --star --note \"worth a close look\"\n"
        + "          sheaf add --from roundup.html --month 2024-04")
    {
        References, From, MonthOption, Note, Star, Tag,
    }.Does(RunAsync);

    private static async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var month = context.Arguments.GetValue(MonthOption) is { } named ? CommandContext.MonthOf(named) : (Month?)null;
        var lineFor = LineFor(context.Arguments);
        var papers = await PapersAsync(context, cancellationToken);
        var known = Known(context, papers);
        var current = Month.Of(context.Time.GetUtcNow());
        context.Workspace.EnsureCreated();
        var adding = new AddingPapers(context.Workspace, id => month ?? known.GetValueOrDefault(id)?.Month ?? current, id => known.GetValueOrDefault(id)?.Month, lineFor, id => known.GetValueOrDefault(id)?.Title);
        IReadOnlyList<AddedPaper> added;
        using (await CuratedLock.TakeAsync(context.Workspace.DecisionsLock, context.Time, cancellationToken))
        {
            added = adding.Add(papers);
        }

        return Answer(context.Terminal, added);
    }

    private static ExitCode Answer(Terminal terminal, IReadOnlyList<AddedPaper> papers)
    {
        foreach (var paper in papers)
        {
            terminal.Say(SafeText.OneLine(paper.Sentence));
        }

        if (papers.Count > 1)
        {
            terminal.Say(string.Join(", ", papers.CountBy(paper => paper.Outcome).Select(count => $"{Words.Count(count.Value, "paper")} {InWords(count.Key)}")) + ".");
        }

        terminal.Answer(new AddDocument(papers), shapes => shapes.AddDocument);
        return papers.Any(paper => paper.NeedsAPerson) ? ExitCode.NeedsAPerson : ExitCode.Done;
    }

    private static string InWords(string outcome) => outcome switch
    {
        "already-there" => "already there",
        "not-arxiv" => "not on arXiv",
        "unreadable" => "not to be read",
        _ => outcome,
    };

    /// <exception cref="BadInputException">None was named, or none of those typed can be read.</exception>
    private static async Task<IReadOnlyList<NamedPaper>> PapersAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var typed = (context.Arguments.GetValue(References) ?? []).Select(NamedPaper.Typed).ToList();
        var from = context.Arguments.GetValue(From);
        if (typed.Count == 0 && from is null)
        {
            throw new BadInputException("Name a paper, or a text with --from. See sheaf add --help.");
        }

        if (typed.Count > 0 && typed.TrueForAll(paper => paper.Reference is null))
        {
            CommandContext.ReferenceOf(typed[0].Written);
        }

        return from is null ? typed : [.. typed, .. Found(context, from, await ForeignFile.ReadAsync(from, cancellationToken))];
    }

    private static List<NamedPaper> Found(CommandContext context, string from, byte[] content)
    {
        var source = from == "-" ? "standard input" : from;
        var list = ListReader.ReadWhole(source, content);
        var papers = NamedPaper.FoundIn(source, list).ToList();
        var left = list.Claims.Count - list.Listed.Count();
        if (left > 0)
        {
            context.Terminal.Note($"{Words.Count(left, "mention")} in prose {(left == 1 ? "was" : "were")} left out.");
        }

        return papers.Count > 0 ? papers : throw new BadInputException($"{source} names no paper on arXiv.", source);
    }

    /// <exception cref="BadInputException">A tag or the note would not be read back as such.</exception>
    private static Func<EprintReference, string> LineFor(ParseResult arguments)
    {
        var tags = (arguments.GetValue(Tag) ?? []).Select(tag => tag.TrimStart('#')).ToList();
        if (tags.FirstOrDefault(tag => !Curation.Tag.IsWord(tag)) is { } odd)
        {
            throw new BadInputException($"'{odd}' is not a tag; a tag is one word of letters and digits, with a letter in it.");
        }

        var (starred, note) = (arguments.GetValue(Star), arguments.GetValue(Note)?.Trim());
        return note?.AsSpan().IndexOfAny('\r', '\n') >= 0
            ? throw new BadInputException("--note takes one line; write longer notes into the list by hand.")
            : reference => CanonicalLine.Write(reference, starred, tags, note);
    }

    private static IReadOnlyDictionary<ArxivIdentifier, Eprint> Known(CommandContext context, IEnumerable<NamedPaper> papers)
    {
        if (!File.Exists(context.Workspace.Store))
        {
            return new Dictionary<ArxivIdentifier, Eprint>();
        }

        var identifiers = papers.Select(paper => paper.Reference?.Identifier).OfType<ArxivIdentifier>().Distinct();
        return new EprintStore(context.OpenStore()).Find([.. identifiers]);
    }
}
