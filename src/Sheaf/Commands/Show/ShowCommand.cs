using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Sheaf.Answers;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Settings;
using Sheaf.Signals;
using Sheaf.Store.Eprints;
using Sheaf.Store.Ledger;
using Sheaf.Store.Signals;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary><c>sheaf show</c>: everything the store knows of one paper.</summary>
internal static class ShowCommand
{
    private static readonly Argument<string> Reference = new("reference")
    {
        Description = "A paper: identifier, link or DOI",
        HelpName = "REF",
    };

    public static Command Build() => new Command(
        "show",
        "Shows what the store knows of a paper, and which of arXiv's interfaces said so.\nExample: sheaf show 2404.19756") { Reference }
        .Does(Run);

    private static ExitCode Run(CommandContext context)
    {
        var id = CommandContext.ReferenceOf(context.Arguments.GetValue(Reference)!).Identifier;
        var known = context.OpenToRead();
        var paper = known.Eprints.FindStored(id);
        var entry = known.Ledger.Find([id]).GetValueOrDefault(id);
        var signals = known.Signals.Find(id);
        if (context.Terminal.Json)
        {
            // The machinery of JSON is not loaded for who reads the words.
            context.Terminal.Answer(ShowJson.Of(id.ToString(), paper, entry, signals), shapes => shapes.ShowJson);
        }

        if (paper is null)
        {
            context.Terminal.Say(
                $"{id} is not in the store{(entry?.Reason is { } reason ? $": {reason}" : "")}. Fetch it with sheaf harvest {id}.");
            Show(context.Terminal, signals);
            return ExitCode.NeedsAPerson;
        }

        Show(context.Terminal, paper, entry);
        Show(context.Terminal, signals);
        return ExitCode.Done;
    }

    private static void Show(Terminal terminal, IEnumerable<SignalRow> signals)
    {
        foreach (var signal in signals)
        {
            var votes = signal.Votes is { } count ? $"{Humanize.Count(count, "vote")}, " : "";
            terminal.Say(
                $"On {SignalSource.Name(signal.Source)} of {DayText.Short(signal.Day)} ({votes}asked {UtcText.From(signal.Asked)}).");
        }
    }

    private static void Show(Terminal terminal, StoredEprint stored, LedgerEntry? entry)
    {
        var paper = stored.Eprint;
        terminal.Say(SafeText.OneLine(paper.Title));
        terminal.Say(
            SafeText.OneLine(
                string.Join(", ", paper.Authors.Select(author => author.Name).Concat(paper.HasOtherAuthors ? ["et al."] : []))));
        terminal.Say();
        foreach (var (name, value) in Facts(paper))
        {
            terminal.Say($"{name,-16}{SafeText.OneLine(value)}");
        }

        terminal.Say();
        foreach (var paragraph in paper.Abstract.Split('\n'))
        {
            terminal.Say(SafeText.OneLine(paragraph));
        }

        terminal.Say();
        terminal.Say(
            $"Last fetched {UtcText.From(stored.Fetched)}{(entry is { Fetched: false } ? $"; its page is missing: {entry.Reason}" : "")}.");
    }

    private static IEnumerable<(string Name, string Value)> Facts(Eprint paper)
    {
        yield return ("Link", $"https://arxiv.org/abs/{paper.Identifier}");
        yield return ("Categories", string.Join(", ", paper.Categories));
        yield return ("Submitted", paper.FirstSubmitted.ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture));
        yield return ("Version", paper.LatestVersion == 1
            ? "v1"
            : $"v{paper.LatestVersion}, {DayText.Short(paper.LastSubmitted)}");
        yield return ("Known from", string.Join(
            "; ", paper.Sources.GroupBy(field => field.Value, field => field.Key).OrderBy(group => group.Key)
            .Select(group => $"{group.Key.ToString().ToLowerInvariant()}: {string.Join(", ", group.Order(StringComparer.Ordinal))}")));
        (string Name, string? Value)[] rest =
        [
            ("Withdrawn", paper.Withdrawn ? "yes" : null), ("Comment", paper.Comment), ("Journal", paper.JournalRef),
            ("DOI", string.Join(", ", paper.Dois)),
            ("Report number", paper.ReportNumber), ("MSC", paper.MscClass), ("ACM", paper.AcmClass), ("Licence", paper.License),
            ("Proxy", paper.Proxy),
        ];
        foreach (var (name, value) in rest.Append((Name: "Said by", Value: SourcesOf(paper)))
            .Where(fact => !string.IsNullOrEmpty(fact.Value)))
        {
            yield return (name, value!);
        }
    }

    /// <summary>The source of all fields, or each source with its fields.</summary>
    private static string SourcesOf(Eprint paper)
    {
        var sources = paper.Sources.ToLookup(field => field.Value.ToString().ToLowerInvariant(), field => field.Key);
        return string.Join("; ", sources.Select(source => sources.Count == 1 ? source.Key : $"{source.Key} ({string.Join(", ", source)})"));
    }
}
