using Sheaf.Arxiv.Identifiers;
using Sheaf.Files;

namespace Sheaf.Lists;

/// <summary>
/// Papers that are not to be suggested, for good (<c>refused.txt</c>) or for now (<c>later.txt</c>): one reference a line in any spelling,
/// words after a dash are the reason. Lines that start with <c>//</c> and what stands around a reference are the editor's own.
/// </summary>
/// <param name="path">Need not exist.</param>
public sealed class SetAsideList(string path)
{
    /// <summary>The papers, and the lines in which no paper can be read.</summary>
    /// <exception cref="CurationException">The file is not UTF-8, or too large.</exception>
    /// <exception cref="IOException">It cannot be read, or another program has been writing it all the time.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public SetAsidePapers Read() =>
        SetAsideText.Read(EditedText.Read(path, FileLimits.SetAside, hadContent: false, new Patience(FilePace.Default, TimeProvider.System, CancellationToken.None)).Text);
}

/// <summary>What a list of papers set aside says.</summary>
/// <param name="Papers">Not to be suggested.</param>
/// <param name="Unread">Lines, from 1, in which no paper can be read.</param>
public sealed record SetAsidePapers(IReadOnlySet<ArxivIdentifier> Papers, IReadOnlyList<(int Line, string Text)> Unread);
