using System.CommandLine;
using System.Globalization;
using Sheaf.Answers;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;
using Sheaf.Settings;
using Sheaf.Store.Eprints;
using Sheaf.Store.Ledger;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary><c>sheaf export</c>: the store's papers, the entries of the curated lists, or the ledger, for other programs.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string> What = new("what")
    {
        Description = "papers, entries of the curated lists, or the ledger: how it stands with every reference",
        HelpName = "papers|entries|ledger",
    };

    private static readonly Option<string?> MonthOption = new("--month") { Description = "Only those of this month", HelpName = "YYYY-MM" };

    private static readonly Option<string> Format = new("--format")
    {
        Description = "jsonl or csv",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => "jsonl",
    };

    /// <summary>Once, not with each <see cref="Build"/>: what is accepted is added to, also while another thread parses.</summary>
    static ExportCommand()
    {
        What.AcceptOnlyFromAmong("papers", "entries", "ledger");
        Format.AcceptOnlyFromAmong("jsonl", "csv");
    }

    public static Command Build()
    {
        return new Command(
            "export",
            "Writes what the store holds, one object a line; with --json, one array.\n"
            + "Example: sheaf export papers --month 2024-04 --format csv")
        {
            What, MonthOption, Format,
        }.Does(Run);
    }

    private static ExitCode Run(CommandContext context)
    {
        var month = context.Arguments.GetValue(MonthOption) is { } typed ? CommandContext.MonthOf(typed) : (Month?)null;
        var csv = context.Arguments.GetValue(Format) == "csv";
        if (csv && context.Terminal.Json)
        {
            throw new BadInputException("--json and --format csv ask for two different things; leave one out.");
        }

        var known = context.OpenToRead();
        var lines = context.Arguments.GetValue(What) switch
        {
            "papers" => Papers(known, month, csv),
            "entries" => Entries(context.Lists.Read(), known.Eprints, month, csv),
            _ => Rows(LedgerExport.Of(context.Lists.Read(), known, month), csv),
        };
        if (context.Terminal.Json)
        {
            WriteArray(context.Terminal.Output, lines);
            return ExitCode.Done;
        }

        foreach (var line in lines)
        {
            context.Terminal.Output.Write(line);
            context.Terminal.Output.Write(csv ? "\r\n" : "\n");
        }

        return ExitCode.Done;
    }

    /// <summary>The lines as one document, still one object a line.</summary>
    private static void WriteArray(TextWriter output, IEnumerable<string> objects)
    {
        var before = "[\n";
        foreach (var line in objects)
        {
            output.Write(before);
            output.Write(line);
            before = ",\n";
        }

        output.Write(before == "[\n" ? "[]\n" : "\n]\n");
    }

    private static IEnumerable<string> Papers(LocalParts known, Month? month, bool csv)
    {
        var papers = known.Eprints.All(month);
        if (csv)
        {
            return papers.Select(PaperCsv.Row).Prepend(PaperCsv.Header);
        }

        var signals = known.Signals.All();
        return papers.Select(paper => PaperJson.Line(paper, signals.GetValueOrDefault(paper.Eprint.Identifier, [])));
    }

    private static IEnumerable<string> Rows(IEnumerable<LedgerJson> ledger, bool csv) => csv
        ? ledger.Select(row => row.Csv).Prepend(LedgerJson.CsvHeader)
        : ledger.Select(row => Terminal.Line(row, shapes => shapes.LedgerJson));

    private static IEnumerable<string> Entries(IReadOnlyList<CuratedList> lists, EprintStore eprints, Month? month, bool csv)
    {
        var listed = month is { } chosen
            ? MonthlyList.Of(chosen, lists, id => eprints.Find(id)?.Month)
            : lists.SelectMany(list => list.Entries.Select(entry => new ListedEntry(list, entry)));
        var rows = listed.Select(EntryJson.Of);
        return csv
            ? rows.Select(row => row.Csv).Prepend(EntryJson.CsvHeader)
            : rows.Select(row => Terminal.Line(row, shapes => shapes.EntryJson));
    }
}

/// <summary>
/// Papers as comma-separated values, lists joined by "; ". The columns stay these: spreadsheets take them by their places. What was added
/// to the JSON since (proxy, signals) is there alone.
/// </summary>
internal static class PaperCsv
{
    public static string Header { get; } = Csv.Row(
    [
        "id", "latestVersion", "title", "authors", "abstract", "categories", "primaryCategory", "firstSubmitted", "lastSubmitted",
        "comment",
        "journalRef", "doi", "reportNumber", "mscClass", "acmClass", "license", "withdrawn", "fetched",
    ]);

    public static string Row(StoredEprint stored)
    {
        var paper = stored.Eprint;
        return Csv.Row(
        [
            paper.Identifier.ToString(), paper.LatestVersion.ToString(CultureInfo.InvariantCulture), paper.Title,
            string.Join("; ", paper.Authors.Select(author => author.Name)), paper.Abstract, string.Join("; ", paper.Categories),
            paper.PrimaryCategory,
            UtcText.From(paper.FirstSubmitted), UtcText.From(paper.LastSubmitted), paper.Comment, paper.JournalRef,
            string.Join("; ", paper.Dois),
            paper.ReportNumber, paper.MscClass, paper.AcmClass, paper.License, paper.Withdrawn ? "true" : "false",
            UtcText.From(stored.Fetched),
        ]);
    }
}
