using Sheaf.Replica.Text;

namespace Sheaf.Replica.AbstractPages;

/// <summary>The line above the title that tells when the versions were submitted (field guide 5.3).</summary>
internal static class Dateline
{
    public static string Of(ShownPaper shown)
    {
        var (first, latest) = (shown.History.First, shown.History.Latest);
        var submitted = $"Submitted on {Html.Day(first.Submitted)}";
        if (first == latest)
        {
            return submitted;
        }

        var latestVersion = $"<em>latest version {Html.Day(latest.Submitted)}</em> ({Link(shown, latest)})";
        if (shown.Version == first)
        {
            return $"{submitted} (this version), {latestVersion}";
        }

        var day = Html.Day(shown.Version.Submitted);
        return shown.Version == latest
            ? $"{submitted} ({Link(shown, first)}), last revised {day} (this version, v{latest.Version})"
            : $"{submitted} ({Link(shown, first)}), revised {day} (this version, v{shown.Version.Version}), {latestVersion}";
    }

    private static string Link(ShownPaper shown, CorpusVersion version) =>
        $"""<a href="https://arxiv.org/abs/{shown.Id}v{version.Version}">v{version.Version}</a>""";
}
