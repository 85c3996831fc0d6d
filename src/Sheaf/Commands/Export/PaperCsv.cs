using System.Globalization;
using Sheaf.Arxiv.Eprints;
using Sheaf.Store.Eprints;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary>Papers as comma-separated values: the keys of the JSON that fit a cell, lists joined by "; ".</summary>
internal static class PaperCsv
{
    public static string Header { get; } = Csv.Row(
    [
        "id", "latestVersion", "title", "authors", "abstract", "categories", "primaryCategory", "firstSubmitted", "lastSubmitted", "comment",
        "journalRef", "doi", "reportNumber", "mscClass", "acmClass", "license", "withdrawn", "fetched",
    ]);

    public static string Row(StoredEprint stored)
    {
        var paper = stored.Eprint;
        return Csv.Row(
        [
            paper.Identifier.ToString(), paper.LatestVersion.ToString(CultureInfo.InvariantCulture), paper.Title,
            string.Join("; ", paper.Authors.Select(author => author.Name)), paper.Abstract, string.Join("; ", paper.Categories), paper.PrimaryCategory,
            Humanize.Utc(paper.FirstSubmitted), Humanize.Utc(paper.LastSubmitted), paper.Comment, paper.JournalRef, string.Join("; ", paper.Dois),
            paper.ReportNumber, paper.MscClass, paper.AcmClass, paper.License, paper.Withdrawn ? "true" : "false", Humanize.Utc(stored.Fetched),
        ]);
    }
}
