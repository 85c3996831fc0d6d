using System.Security.Cryptography;
using Sheaf.Files;
using Sheaf.Settings;

namespace Sheaf.Service.Events;

/// <summary>
/// The files that an editor writes: her lists, the papers set aside, the drafts. What a file holds is read where its size or time has
/// changed, so that one that was only touched has not changed.
/// </summary>
internal sealed class WatchedFiles(Workspace workspace, TimeProvider time)
{
    /// <summary>Clocks of file systems are coarse: what changed a moment before it was read may change again within one tick.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(2);

    private Dictionary<string, Seen> _seen = [];

    /// <summary>The next look finds all files changed.</summary>
    public void Forget() => _seen = [];

    /// <summary>The files whose content is another than at the last look, or that are new or gone, as paths below the workspace.</summary>
    /// <exception cref="IOException">A folder cannot be looked into.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder must not be looked into.</exception>
    public IReadOnlyList<string> Look()
    {
        var now = new Dictionary<string, Seen>();
        foreach (var file in Files())
        {
            var name = Path.GetRelativePath(workspace.Folder, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
            if (See(file, _seen.GetValueOrDefault(name)) is { } seen)
            {
                now[name] = seen;
            }
        }

        var changed = now.Keys.Union(_seen.Keys).Where(name => now.GetValueOrDefault(name)?.Digest != _seen.GetValueOrDefault(name)?.Digest)
            .Order(StringComparer.Ordinal).ToList();
        _seen = now;
        return changed;
    }

    private IEnumerable<FileInfo> Files() =>
        In(workspace.Curated, ".md", ".txt").Concat(In(workspace.Drafts, ".md"))
            .Concat(new[] { workspace.Refused, workspace.Later }.Select(path => new FileInfo(path)).Where(file => file.Exists));

    /// <summary>Hidden files are left out: programs keep their locks and half-written texts in them.</summary>
    private static IEnumerable<FileInfo> In(string folder, params string[] endings) =>
        Directory.Exists(folder)
            ? new DirectoryInfo(folder).EnumerateFiles().Where(file =>
                !file.Name.StartsWith('.') && endings.Contains(file.Extension, StringComparer.OrdinalIgnoreCase))
            : [];

    /// <returns>How it was where it cannot be read now, as another program is writing it; null where it has gone meanwhile.</returns>
    private Seen? See(FileInfo file, Seen? before)
    {
        try
        {
            var (length, written) = (file.Length, file.LastWriteTimeUtc);
            if (before is { IsSettled: true } && before.Length == length && before.Written == written)
            {
                return before;
            }

            var (kind, content) = SharedFile.Look(file.FullName, FileLimits.OwnList);
            return kind switch
            {
                Sight.Absent => null,
                Sight.Busy => before is null ? null : before with { IsSettled = false },
                _ => new(length, written, Convert.ToHexString(SHA256.HashData(content!)), time.GetUtcNow() - written > Tick),
            };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return failure is FileNotFoundException ? null : before;
        }
    }

    /// <param name="Length">In bytes.</param>
    /// <param name="Written">When it was last written.</param>
    /// <param name="Digest">Of what it held.</param>
    /// <param name="IsSettled">Whether it need not be read again while length and time stay.</param>
    private sealed record Seen(long Length, DateTime Written, string Digest, bool IsSettled);
}
