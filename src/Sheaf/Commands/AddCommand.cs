using System.CommandLine;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Curation;
using Sheaf.Settings;
using Sheaf.Store;

namespace Sheaf.Commands;

/// <summary><c>sheaf add</c>: appends papers to a curated list.</summary>
internal static class AddCommand
{
    private static readonly Argument<string[]> References = new("references")
    {
        Description = "Papers: identifiers, links or DOIs",
        HelpName = "REF…",
        Arity = ArgumentArity.OneOrMore,
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
        "add", "Appends papers to a curated list.\nExample: sheaf add 2404.19756 --month 2024-04 --star --note \"worth a close look\"")
    {
        References, MonthOption, Note, Star, Tag,
    }.Does(Run);

    private static ExitCode Run(CommandContext context)
    {
        var references = (context.Arguments.GetValue(References) ?? []).Select(CommandContext.ReferenceOf).ToList();
        var month = context.Arguments.GetValue(MonthOption) is { } typed ? CommandContext.MonthOf(typed) : (Month?)null;
        var details = DetailsOf(context.Arguments);
        var known = KnownMonths(context, references);
        context.Workspace.EnsureCreated();
        var folder = new CuratedFolder(context.Workspace.Curated);
        var additions = new List<AddedPaper>();
        foreach (var group in references.GroupBy(reference => month ?? known.GetValueOrDefault(reference.Identifier) ?? Month.Of(context.Time.GetUtcNow())))
        {
            additions.AddRange(folder.Append(group.Key, [.. group.Select(details.LineFor)]).Zip(group, (line, reference) => AddedPaper.Of(reference, line, group.Key, context.Workspace)));
        }

        foreach (var added in additions)
        {
            context.Terminal.Say(added.Sentence);
        }

        context.Terminal.Answer(new AddDocument(additions), shapes => shapes.AddDocument);
        return ExitCode.Done;
    }

    /// <exception cref="BadInputException">A tag or the note would not be read back as such.</exception>
    private static Details DetailsOf(ParseResult arguments)
    {
        var tags = (arguments.GetValue(Tag) ?? []).Select(tag => tag.TrimStart('#')).ToList();
        if (tags.FirstOrDefault(tag => !Curation.Tag.IsWord(tag)) is { } odd)
        {
            throw new BadInputException($"'{odd}' is not a tag; a tag is one word of letters and digits, with a letter in it.");
        }

        var note = arguments.GetValue(Note)?.Trim();
        return note?.AsSpan().IndexOfAny('\r', '\n') >= 0
            ? throw new BadInputException("--note takes one line; write longer notes into the list by hand.")
            : new Details(arguments.GetValue(Star), tags, string.IsNullOrEmpty(note) ? null : note);
    }

    /// <summary>What is written beside each reference.</summary>
    private sealed record Details(bool Starred, IReadOnlyList<string> Tags, string? Note)
    {
        public string LineFor(EprintReference reference) => CanonicalLine.Write(reference, Starred, Tags, Note);
    }

    private static Dictionary<ArxivIdentifier, Month?> KnownMonths(CommandContext context, IEnumerable<EprintReference> references)
    {
        if (!File.Exists(context.Workspace.Store))
        {
            return [];
        }

        var known = new EprintStore(context.OpenStore()).Find([.. references.Select(reference => reference.Identifier).Distinct()]);
        return known.ToDictionary(pair => pair.Key, pair => (Month?)pair.Value.Month);
    }
}

/// <summary>What <c>add</c> writes under <c>--json</c>.</summary>
public sealed record AddDocument(IReadOnlyList<AddedPaper> Papers);

/// <param name="Id">The canonical identifier.</param>
/// <param name="Outcome"><c>added</c> or <c>already-there</c>.</param>
/// <param name="Month">The month of the list.</param>
/// <param name="File">The list.</param>
/// <param name="Line">Where it stands, from 1.</param>
public sealed record AddedPaper(string Id, string Outcome, string Month, string File, int Line)
{
    internal string Sentence => Outcome == "added" ? $"{Id} added to {File}, line {Line}." : $"{Id} is already in {File}, line {Line}.";

    internal static AddedPaper Of(EprintReference reference, AppendedLine line, Month month, Workspace workspace) => new(
        reference.Identifier.ToString(),
        line.AlreadyListed ? "already-there" : "added",
        month.ToString(),
        Workspace.ForReaders(workspace.CuratedFile(month)),
        line.Line);
}
