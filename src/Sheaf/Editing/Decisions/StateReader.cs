using Sheaf.Settings;

namespace Sheaf.Editing;

/// <summary>Reads what was decided about papers: lists, <c>refused.txt</c> and <c>later.txt</c>, each once.</summary>
/// <param name="workspace">Whose files.</param>
/// <param name="files">Where they are read.</param>
internal sealed class StateReader(Workspace workspace, EditorsFiles files)
{
    /// <exception cref="Lists.CurationException">A file is not UTF-8, or too large.</exception>
    /// <exception cref="IOException">A file cannot be read, or another program has been writing it all the time.</exception>
    /// <exception cref="UnauthorizedAccessException">A file must not be read.</exception>
    public PaperStates Read() => new(files.Lists(), files.SetAside(workspace.Refused).Papers, files.SetAside(workspace.Later).Papers);
}
