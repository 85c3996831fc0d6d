using System.Globalization;
using Sheaf.Arxiv.Eprints;
using Sheaf.Desk.Pages;
using Sheaf.Drafts.Formats;
using Sheaf.Settings;
using Sheaf.Store.Eprints;
using Sheaf.Store.Ledger;
using Sheaf.Store.Signals;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>What the store says of a paper, for readers.</summary>
internal static class PaperFacts
{
    private static readonly string[] Texts = ["title", "authors", "abstract"];

    /// <summary>Each with the interface of arXiv that said it.</summary>
    /// <param name="stored">The paper.</param>
    /// <param name="entry">How it stands with asking for it; null where it was never asked for by itself.</param>
    public static IEnumerable<PaperFact> Of(StoredEprint stored, LedgerEntry? entry)
    {
        var paper = stored.Eprint;
        (string Name, string? Value, string Field)[] facts =
        [
            ("Submitted", Moment(paper.FirstSubmitted), "firstSubmitted"),
            ("Version", string.Create(
                CultureInfo.InvariantCulture, $"v{paper.LatestVersion}, {Moment(paper.LastSubmitted)}"), "latestVersion"),
            ("Withdrawn", paper.Withdrawn ? "yes" : null, "withdrawn"), ("Categories", string.Join(", ", paper.Categories), "categories"),
            ("Comment", paper.Comment, "comment"), ("Journal", paper.JournalRef, "journalRef"),
            ("DOI", string.Join(", ", paper.Dois), "doi"), ("Report number", paper.ReportNumber, "reportNumber"),
            ("MSC", paper.MscClass, "mscClass"), ("ACM", paper.AcmClass, "acmClass"), ("Licence", paper.License, "license"),
            ("Proxy", paper.Proxy, "proxy"),
        ];
        foreach (var (name, value, field) in facts)
        {
            if (PaperText.LineOf(value) is { } line)
            {
                yield return new(name, SafeText.OneLine(line), SourceOf(paper, field));
            }
        }

        yield return new("Title and names from", string.Join(
            ", ", Texts.Select(field => SourceOf(paper, field)).OfType<string>().Distinct()));
        yield return new("Fetched", Moment(stored.Fetched));
        if (entry?.LastLooked is { } looked)
        {
            yield return new("Page last read", Moment(looked));
        }

        if (entry?.Reason is not null)
        {
            yield return new(entry.Fetched ? "The last look failed" : "Its page is missing", Reason(entry));
        }
    }

    /// <summary>What is known of a paper that the store does not have.</summary>
    public static string Absent(LedgerEntry? entry) => entry is null
        ? "The store does not have this paper, and arXiv has not been asked for it. The next harvest asks for what is on a list."
        : SafeText.OneLine(
            $"The store does not have this paper: {Reason(entry)}. "
            + (entry.Attempts == 0
                ? "It has not been looked for yet."
                : $"It was looked for {Humanize.Count(entry.Attempts, "time")}"
                    + $"{(entry.LastAttempt is { } last ? $", last {Moment(last)}" : "")}.")
            + $"{(entry.NextAttempt is { } next ? $" Next: {Moment(next)}." : "")}");

    public static string Version(Submission version) => string.Create(
        CultureInfo.InvariantCulture,
        $"v{version.Version}, {Moment(version.Submitted)}{(version.SizeKb is { } size ? $", {size:N0} kB" : "")}"
        + $"{(version.Withdrawn ? ", withdrawn" : "")}");

    public static PaperChangeRow Change(PaperChange change) => new(
        change.What.Replace('-', ' '), SafeText.OneLine(change.Before ?? ""), SafeText.OneLine(change.After ?? ""), Moment(change.Noticed));

    public static string Signal(SignalRow signal) => SafeText.OneLine(
        $"On {SignalSource.Name(signal.Source)} of {DayText.Short(signal.Day)} "
        + $"({(signal.Votes is { } votes ? $"{Humanize.Count(votes, "vote")}, " : "")}asked {Moment(signal.Asked)}).");

    private static string Reason(LedgerEntry entry) =>
        SafeText.OneLine((entry.Detail ?? (entry.Reason ?? LookupOutcome.NotYetTried).Replace('-', ' ')).TrimEnd('.'));

    private static string? SourceOf(Eprint paper, string field) =>
        paper.Sources.TryGetValue(field, out var source) ? SourceMap.NameOf(source) : null;

    private static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
