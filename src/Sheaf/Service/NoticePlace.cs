using Sheaf.Arxiv;
using Sheaf.Settings;
using Sheaf.Text;

namespace Sheaf.Service;

/// <summary>Where notices come from, and by which clock.</summary>
internal sealed class NoticePlace(Workspace workspace, TimeProvider time)
{
    /// <summary>A run could not be carried out.</summary>
    public Notice Failed(string message) => NeedsPerson("failed", message);

    /// <summary>arXiv answered 403, and nothing is asked any more.</summary>
    public Notice Stopped(ArxivForbiddenException forbidden) => Of("stopped", forbidden.Message) with { Reason = "forbidden" };

    public Notice NeedsPerson(string reason, string message) => Of("needs-person", message) with { Reason = reason };

    public Notice Of(string what, string message) =>
        new(what, PlainLine.Of(message), workspace.Folder, UtcText.From(time.GetUtcNow()));
}
