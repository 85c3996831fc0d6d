using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Sheaf.Answers;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking;
using Sheaf.Files;
using Sheaf.Lists;
using Sheaf.Lists.Import;
using Sheaf.Text;

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
        Description = "Adds the papers that a text names: plain text, Markdown, a web page, mail, BibTeX, RIS, CSV or JSON; - reads "
            + "standard input. Entries are added, and mentions in prose where there are no entries; every other reference is named with "
            + "the reason. Stars, tags and notes come along where they stand as in your own lists: REF ★ #tag — note",
        HelpName = "FILE|-",
    };

    private static readonly Option<string?> MonthOption = new("--month")
    {
        Description = "The month's list (default: the month of the paper's first version if it is known, else that of the heading above "
            + "the entry, else that of the identifier)",
        HelpName = "YYYY-MM",
    };

    private static readonly Option<bool> LookUp = new("--look-up")
    {
        Description = "With --from: seek titles without links in the store, then at arXiv, one request each; what is found is a "
            + "question to you",
    };

    private static readonly Option<bool> Yes = new("--yes")
    {
        Description = "With --look-up: say yes to those found for certain, and ask nothing",
    };

    private static readonly Option<string?> Note = new("--note") { Description = "A note in your own words", HelpName = "TEXT" };

    private static readonly Option<bool> Star = new("--star") { Description = "Treat the paper in depth" };

    private static readonly Option<string[]> Tag = new("--tag")
    {
        Description = "A tag; repeatable",
        HelpName = "WORD",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string?> Tags = new("--tags")
    {
        Description = "With --from and a spreadsheet: the column whose cells become tags; several in a cell are parted by ; , or |",
        HelpName = "COLUMN",
    };

    public static Command Build() => new Command(
        "add",
        "Appends papers to a curated list.\nExamples: sheaf add 2404.19756 --month 2024-04 --star --note \"worth a close look\"\n"
        + "          sheaf add --from roundup.html --month 2024-04\n"
        + "          sheaf add --from reading.csv --tags Topics")
    {
        References, From, MonthOption, LookUp, Yes, Note, Star, Tag, Tags,
    }.Does(RunAsync);

    private static async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var month = context.Arguments.GetValue(MonthOption) is { } named ? CommandContext.MonthOf(named) : (Month?)null;
        var words = WordsOf(context.Arguments);
        var (papers, isComplete) = await LookedUpAsync(context, await PapersAsync(context, cancellationToken), cancellationToken);
        context.Workspace.EnsureCreated();
        var adding = new AddingPapers(context.Workspace, context.Files, month, Known(context, papers), words);
        var added = context.Change("add", edit => adding.Add(edit, papers), cancellationToken);
        foreach (var sentence in AddedSentences.Of(added))
        {
            context.Terminal.Say(sentence);
        }

        context.Terminal.Answer(new AddJson(added), shapes => shapes.AddJson);
        NameNextStep(context.Terminal, added);
        return !isComplete ? ExitCode.Unavailable : added.Any(paper => paper.NeedsAPerson) ? ExitCode.NeedsAPerson : ExitCode.Done;
    }

    private static void NameNextStep(Terminal terminal, IReadOnlyList<AddedPaper> added)
    {
        var months = added.Where(paper => paper is { Outcome: Outcomes.Added, Month: not null }).Select(paper => paper.Month).Distinct()
            .Order().ToList();
        if (months.Count > 0)
        {
            terminal.Note($"Next: sheaf harvest {string.Join(' ', months)}");
        }
    }

    /// <summary>With <c>--look-up</c>, what has only a title is sought; without, what could be anything is no reference.</summary>
    /// <returns>The papers, and whether arXiv could be asked for all it was to be asked for.</returns>
    private static async Task<(IReadOnlyList<NamedPaper> Papers, bool IsComplete)> LookedUpAsync(
        CommandContext context, IReadOnlyList<NamedPaper> papers, CancellationToken cancellationToken)
    {
        return context.Arguments.GetValue(LookUp)
            ? await LookUpAsync(context, papers, cancellationToken)
            : ([.. papers.Where(paper => !paper.IsOnlyWords)], true);
    }

    /// <remarks>By itself, so that who looks nothing up does not wait until the container's assemblies are loaded.</remarks>
    private static async Task<(IReadOnlyList<NamedPaper> Papers, bool IsComplete)> LookUpAsync(
        CommandContext context, IReadOnlyList<NamedPaper> papers, CancellationToken cancellationToken)
    {
        var parts = context.OpenToHarvest();
        new IndexView(context.Terminal, parts.SearchIndex).CatchUpWithMany(parts.Search, cancellationToken);
        await using var services = context.WithArxiv(parts);
        var accepts = context.Arguments.GetValue(Yes);
        var titles = services.GetRequiredService<TitleResolver>();
        var lookUp = new TitleLookUp(titles, context.Terminal, accepts, accepts ? null : QuestionsOf(context.Terminal));
        var sought = await lookUp.SeekAsync(papers, cancellationToken);
        return (sought, !lookUp.IsIncomplete);
    }

    /// <summary>Null where nobody is there to answer.</summary>
    private static Func<string, bool?>? QuestionsOf(Terminal terminal) =>
        Console.IsInputRedirected || !terminal.IsWatched || terminal.Json || terminal.Quiet
        ? null
        : question =>
        {
            terminal.Error.Write(question);
            return Console.ReadLine()?.Trim().ToLowerInvariant() switch { null or "q" or "quit" => null, "y" or "yes" => true, _ => false };
        };

    /// <exception cref="BadInputException">None was named, or none of those typed can be read.</exception>
    private static async Task<IReadOnlyList<NamedPaper>> PapersAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var typed = (context.Arguments.GetValue(References) ?? []).Select(NamedPaper.Typed).ToList();
        var from = context.Arguments.GetValue(From);
        if (from is null && (context.Arguments.GetValue(LookUp) || context.Arguments.GetValue(Yes)))
        {
            throw new BadInputException("--look-up and --yes are for the titles of a text: name it with --from.");
        }

        if (context.Arguments.GetValue(Yes) && !context.Arguments.GetValue(LookUp))
        {
            throw new BadInputException("--yes answers what --look-up asks: give --look-up, too.");
        }

        if (from is null && context.Arguments.GetValue(Tags) is not null)
        {
            throw new BadInputException(
                "--tags names a column of a spreadsheet: name its file with --from; for a tag of your own use --tag.");
        }

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
        papers = context.Arguments.GetValue(Tags) is { } column
            ? Tagged(context, papers, SpreadsheetTags.Read(source, content, column))
            : papers;
        return papers.Count > 0 ? papers : throw new BadInputException($"{source} names no paper on arXiv.", source);
    }

    /// <summary>The papers with the tags of their rows.</summary>
    private static List<NamedPaper> Tagged(CommandContext context, List<NamedPaper> papers, SpreadsheetTags tags)
    {
        if (tags.Left.Count > 0)
        {
            var values = tags.Left.Select(left => $"'{SafeText.OneLine(left.Value)}' (line {left.Line})");
            context.Terminal.Note($"No tags could be made of {Humanize.Few([.. values])}: a tag is one word, with a letter in it.");
        }

        return
        [
            .. papers.Select(
                paper => paper is { Claim: { } claim, Line: { } line } && tags.At(line) is { Count: > 0 } own
                    ? paper with { Claim = claim with { Carried = claim.Carried.With(new LineWords(false, own, null)) } }
                    : paper),
        ];
    }

    /// <exception cref="BadInputException">A tag or the note would not be read back as such.</exception>
    private static LineWords WordsOf(ParseResult arguments)
    {
        var tags = (arguments.GetValue(Tag) ?? []).Select(tag => tag.TrimStart('#')).ToList();
        if (tags.FirstOrDefault(tag => !Lists.Tag.IsWord(tag)) is { } odd)
        {
            throw new BadInputException($"'{odd}' is not a tag; a tag is one word of letters and digits, with a letter in it.");
        }

        return new LineWords(arguments.GetValue(Star), tags, Typed.Line(arguments.GetValue(Note), "--note"));
    }

    private static IReadOnlyDictionary<ArxivIdentifier, Eprint> Known(CommandContext context, IEnumerable<NamedPaper> papers)
    {
        if (!File.Exists(context.Workspace.Store))
        {
            return new Dictionary<ArxivIdentifier, Eprint>();
        }

        var identifiers = papers.Select(paper => paper.Reference?.Identifier).OfType<ArxivIdentifier>().Distinct();
        return context.OpenToWrite().Eprints.Find([.. identifiers]);
    }
}

/// <summary>A file that a person hands over, or standard input.</summary>
internal static class ForeignFile
{
    /// <summary>The bytes, or as many of them as show that they are too many.</summary>
    /// <exception cref="BadInputException">There is no such file.</exception>
    public static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (path != "-" && !File.Exists(path))
        {
            throw new BadInputException(
                Directory.Exists(path) ? $"{path} is a folder; --from takes a file." : $"There is no file {path}.", path);
        }

        await using var stream = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
        using var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        int count;
        while (content.Length <= FileLimits.ForeignList && (count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            content.Write(buffer, 0, count);
        }

        return content.ToArray();
    }
}
