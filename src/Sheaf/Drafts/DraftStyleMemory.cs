using System.Text;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Model;
using Sheaf.Files;
using Sheaf.Settings;

namespace Sheaf.Drafts;

/// <summary>
/// The style that each draft is written in, and by what its papers are grouped, beside the draft's base. Another style would take every
/// line that nobody touched for changed and leave the edited ones as they are, so that the draft would be in two styles: it is changed only
/// by whoever asks for it.
/// </summary>
internal sealed class DraftStyleMemory(Workspace workspace)
{
    /// <summary>The style of a month's draft; null where there is no draft, or nobody knows.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public string? Recall(Month month) => Recall(month, "style");

    /// <summary>By what the papers of a month's draft are grouped.</summary>
    /// <inheritdoc cref="Recall(Month)"/>
    public DraftGrouping RecallGrouping(Month month) => DraftGroups.Named(Recall(month, "groups") ?? "") ?? DraftGrouping.Section;

    /// <exception cref="IOException">It cannot be written.</exception>
    public void Remember(Month month, string style, DraftGrouping grouping)
    {
        Remember(month, "style", Recall(month), style);
        Remember(month, "groups", DraftGroups.NameOf(RecallGrouping(month)), DraftGroups.NameOf(grouping));
    }

    private void Remember(Month month, string what, string? before, string now)
    {
        if (before != now)
        {
            WholeFile.Replace(PathOf(month, what), Encoding.UTF8.GetBytes(now + "\n"));
        }
    }

    private string? Recall(Month month, string what) =>
        File.Exists(workspace.DraftFile(month))
            && File.Exists(PathOf(month, what))
            && BoundedFile.Read(PathOf(month, what), FileLimits.StyleName) is { } name
            && Encoding.UTF8.GetString(name).Trim() is { Length: > 0 } found ? found : null;

    /// <summary>
    /// One name for a style, however it is written: a template in the workspace by its path from there, so that the workspace may be moved.
    /// </summary>
    public string NameOf(string style)
    {
        if (!StyleName.IsFile(style))
        {
            return style;
        }

        var relative = Path.GetRelativePath(workspace.Folder, Path.GetFullPath(style, workspace.Folder)).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative)
            ? Path.GetFullPath(style, workspace.Folder)
            : $"./{relative}";
    }

    private string PathOf(Month month, string what) => Path.Combine(workspace.Drafts, ".sheaf", $"{month}.{what}");
}
