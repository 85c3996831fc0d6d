using Sheaf.Publishing.Site;
using Sheaf.Settings;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary>What <c>publish --site</c> writes under <c>--json</c>.</summary>
/// <param name="Folder">Where the site is.</param>
/// <param name="Issues">The months on it, the newest first.</param>
/// <param name="Files">How many files it has.</param>
/// <param name="Written">Files that were written, or would be, by name.</param>
/// <param name="Removed">Files of months that are published no more, likewise.</param>
/// <param name="InTheWay">Files that Sheaf did not write: then nothing is written.</param>
/// <param name="HasMap">Whether it has a <c>sitemap.xml</c>.</param>
internal sealed record SiteJson(
    string Folder, IReadOnlyList<string> Issues, int Files, IReadOnlyList<string> Written, IReadOnlyList<string> Removed,
    IReadOnlyList<string> InTheWay, bool HasMap)
{
    internal static SiteJson Of(SiteRun run) => new(
        run.Folder, [.. run.Site.Issues.Select(issue => issue.Month.ToString())], run.Files,
        run.IsHindered ? [] : [.. run.Plan.Written.Select(file => file.Name)],
        run.IsHindered ? [] : run.Plan.Removed, run.Plan.InTheWay, run.Site.Url is not null);
}

/// <summary>What became of the site of all months, for readers.</summary>
internal static class SiteView
{
    public static void Show(Terminal terminal, SiteRun run)
    {
        foreach (var sentence in run.LeftOut)
        {
            terminal.Warn(sentence);
        }

        var place = Workspace.ForReaders(run.Folder);
        if (run.IsHindered)
        {
            terminal.Warn(
                $"Nothing is written: {Humanize.Few([.. run.Plan.InTheWay.Select(Workspace.ForReaders)])} "
                + $"{(run.Plan.InTheWay.Count == 1 ? "is" : "are")} not as Sheaf wrote it, or not Sheaf's: move it away, or name another "
                + "folder.");
            return;
        }

        var (written, removed) = (run.Plan.Written.Count, run.Plan.Removed.Count);
        var (writes, removes) = run.IsPlan ? ("would write", "would remove") : ("wrote", "removed");
        terminal.Say(
            $"{place}: {Humanize.Count(run.Site.Issues.Count, "issue")}, {Humanize.Count(run.Files, "file")}; "
            + (written + removed == 0 ? "nothing has changed." : $"{writes} {written}{(removed > 0 ? $", {removes} {removed}" : "")}."));
        if (run.Site.Url is null)
        {
            terminal.Note(
                "It has no sitemap.xml, which needs whole addresses: set Publish:SiteUrl to where the site will stand, as "
                + "https://example.org/papers/.");
        }
    }
}
