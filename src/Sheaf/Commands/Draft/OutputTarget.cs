using Sheaf.Files;
using Sheaf.Settings;

namespace Sheaf.Commands;

/// <summary>
/// Where a command may write what it was asked to write elsewhere: never over what the workspace keeps, and through no link out of it.
/// </summary>
internal static class OutputTarget
{
    private static readonly string[] OwnFiles = ["sheaf.json", "refused.txt", "later.txt", "left.txt"];

    /// <summary>The whole path, if a file may be written there.</summary>
    /// <exception cref="BadInputException">It may not.</exception>
    public static string Of(Workspace workspace, string name)
    {
        var path = Path.GetFullPath(name);
        var (real, folder) = (LinkedPath.Resolve(path), LinkedPath.Resolve(workspace.Folder));
        var beside = Path.Combine(LinkedPath.Resolve(Path.GetDirectoryName(path)!), Path.GetFileName(path));
        if (!LinkedPath.IsWithin(real, folder))
        {
            return LinkedPath.IsWithin(path, workspace.Folder) || LinkedPath.IsWithin(beside, folder)
                ? throw new BadInputException(
                    $"{Workspace.ForReaders(path)} leads out of the workspace by a link: name the file itself, or another one.")
                : path;
        }

        return KeptThere(Path.GetRelativePath(folder, real), File.Exists(real)) is { } kept
            ? throw new BadInputException($"{Workspace.ForReaders(path)} is {kept}, which is not written over: name another file.")
            : path;
    }

    /// <summary>What the workspace keeps at a path; null where it is free for anything.</summary>
    private static string? KeptThere(string path, bool isThere)
    {
        var parts = path.Split(Path.DirectorySeparatorChar);
        var name = parts[^1].ToLowerInvariant();
        return parts switch
        {
            [_] when name.StartsWith("sheaf.db", StringComparison.Ordinal) => "the store",
            [_] when OwnFiles.Contains(name) || name.StartsWith('.') => "a file of the workspace",
            [_] => null,
            _ => parts[0].ToLowerInvariant() switch
            {
                "curated" => "among the curated lists",
                "ballots" => "among the ballots",
                "logs" or ".gate" => "a file of the workspace",
                "published" when isThere || parts.Contains(".sheaf") => "a past issue",
                "drafts" when parts.Length == 2 && name.EndsWith(".mail.txt", StringComparison.Ordinal) => null,
                "drafts" when parts.Length > 2 || Path.GetExtension(name) is ".md" or ".txt" or "" => "a draft",
                _ => null,
            },
        };
    }
}
