using System.Globalization;
using System.Text;
using Sheaf.Replica.Text;

namespace Sheaf.Replica.AbstractPages;

/// <summary>The versions with their times and sizes; the shown one is not a link (field guide 5.6).</summary>
internal static class SubmissionHistory
{
    public static string Of(ShownPaper shown)
    {
        var history = new StringBuilder("    <div class=\"submission-history\">\n      <h2>Submission history</h2> From: ");
        history.Append(Html.Escape(TexText.WithAccents(shown.Submitter ?? "")));
        history.AppendLine(
            $" [<a href=\"/show-email/00000000/{shown.Id}\" rel=\"nofollow\">view email</a>]{Proxy(shown.Paper)}      <br/>");
        foreach (var version in shown.History.Versions)
        {
            history.AppendLine($"    <strong>{Name(shown, version)}</strong>");
            history.AppendLine($"        {Line(version)}<br/>");
        }

        return history.Append("</div>").ToString();
    }

    private static string Proxy(CorpusPaper paper) => paper.Proxy is { } proxy ? $"&nbsp;[via {Html.Escape(proxy)} proxy]" : "";

    private static string Name(ShownPaper shown, CorpusVersion version) => version.Version == shown.Version.Version
        ? $"[v{version.Version}]"
        : $"<a href=\"/abs/{shown.Id}v{version.Version}\" rel=\"nofollow\">[v{version.Version}]</a>";

    private static string Line(CorpusVersion version)
    {
        var time = Html.Format(version.Submitted, "ddd, d MMM yyyy HH:mm:ss");
        var size = version.SizeKb ?? (version.Withdrawn ? 0 : 1);
        var withdrawn = version.Withdrawn ? " <em>(withdrawn)</em>" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{time} UTC ({size:N0} KB){withdrawn}");
    }
}
