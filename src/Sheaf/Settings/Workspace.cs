using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Settings;

/// <summary>
/// The one folder that holds everything of a user. Files are the truth about what a person decided; the store is the truth about what arXiv
/// said.
/// </summary>
internal sealed class Workspace(string folder)
{
    public string Folder { get; } = Path.GetFullPath(folder);

    public string Curated => Path.Combine(Folder, "curated");

    public string Drafts => Path.Combine(Folder, "drafts");

    /// <summary>Past issues as they were published, under any names; optional.</summary>
    public string Published => Path.Combine(Folder, "published");

    /// <summary>The votes of reading groups, a file a month; optional.</summary>
    public string Ballots => Path.Combine(Folder, "ballots");

    /// <summary>The papers refused for suggestions, one reference a line; optional.</summary>
    public string Refused => Path.Combine(Folder, "refused.txt");

    /// <summary>The papers put off, in the same form; optional.</summary>
    public string Later => Path.Combine(Folder, "later.txt");

    /// <summary>The findings of a check that the editor lets stand, one a line; optional.</summary>
    public string Left => Path.Combine(Folder, "left.txt");

    /// <summary>Stands for the right to change what the editor decided and wrote: lists, drafts, refused and later papers.</summary>
    public string DecisionsLock => Path.Combine(Folder, ".curated.lock");

    /// <summary>Stands for the right to add a vote. Not the one before, so that nobody's votes keep the editor waiting.</summary>
    public string BallotsLock => Path.Combine(Folder, ".ballots.lock");

    public string Store => Path.Combine(Folder, "sheaf.db");

    public string Logs => Path.Combine(Folder, "logs");

    /// <summary>The state of the request gate where only a stand-in for arXiv on this machine is asked.</summary>
    public string Gate => Path.Combine(Folder, ".gate");

    /// <summary>This workspace's settings; optional.</summary>
    public string SettingsFile => Path.Combine(Folder, "sheaf.json");

    /// <summary>For commands that change what is there, and make no workspace of a folder that was misspelt.</summary>
    /// <exception cref="BadInputException">There is none.</exception>
    public void EnsureExists()
    {
        if (!Directory.Exists(Folder))
        {
            throw new BadInputException(
                $"There is no workspace {ForReaders(Folder)}: name another with --workspace, or make one with sheaf add.");
        }
    }

    /// <summary>Makes the folders that are missing.</summary>
    /// <exception cref="IOException">A folder cannot be made, or must not.</exception>
    public void EnsureCreated()
    {
        try
        {
            Directory.CreateDirectory(Curated);
            Directory.CreateDirectory(Drafts);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The workspace {Folder} cannot be used, name another with --workspace: {failure.Message}", failure);
        }
    }

    public string DraftFile(Month month) => Path.Combine(Drafts, $"{month}.md");

    public string BallotFile(Month month) => Path.Combine(Ballots, $"{month}.jsonl");

    public string CuratedFile(Month month) => Path.Combine(Curated, $"{month}.md");

    /// <summary>
    /// The style of drafts: the name of one of Sheaf's own, or the whole path of a template, which is looked for from the workspace.
    /// </summary>
    public string StyleOf(SheafSettings settings) =>
        StyleName.IsFile(settings.DraftStyle) ? Path.Combine(Folder, settings.DraftStyle) : settings.DraftStyle;

    /// <summary>A path as a person would write it: below the current folder relative to it, else whole.</summary>
    public static string ForReaders(string path)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
