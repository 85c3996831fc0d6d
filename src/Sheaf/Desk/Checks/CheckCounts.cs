using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking;
using Sheaf.Settings;

namespace Sheaf.Desk;

/// <summary>How many mistakes checks have found, each kept until a file that it went by, or the store, has changed.</summary>
internal sealed class CheckCounts(Workspace workspace)
{
    private readonly ConcurrentDictionary<Month, (string Stamp, int? Count)> _kept = [];

    /// <summary>What holds of a month as its files are now.</summary>
    /// <param name="month">The month.</param>
    /// <param name="count">Errors and warnings when it was last checked; null where there was nothing to check, or it never was.</param>
    /// <returns>False where that may be another by now.</returns>
    /// <exception cref="IOException">A folder cannot be looked into.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder must not be looked into.</exception>
    public bool TryFind(Month month, out int? count)
    {
        var isKept = _kept.TryGetValue(month, out var kept) && kept.Stamp == Stamp();
        count = kept.Count;
        return isKept;
    }

    /// <param name="month">That was checked.</param>
    /// <param name="stamp">Taken before.</param>
    /// <param name="report">Null where there was nothing to check.</param>
    public void Keep(Month month, string stamp, CheckReport? report) =>
        _kept[month] = (stamp, Of(report));

    /// <summary>Errors and warnings; null where there was nothing to check.</summary>
    public static int? Of(CheckReport? report) => report?.Findings.Count(finding => finding.Severity != Severity.Note);

    /// <summary>Names, lengths and times of all that a check reads.</summary>
    /// <exception cref="IOException">A folder cannot be looked into.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder must not be looked into.</exception>
    public string Stamp()
    {
        var files = new[] { workspace.Curated, workspace.Drafts, Path.Combine(workspace.Drafts, ".sheaf"), workspace.Published }
            .Where(Directory.Exists).SelectMany(folder => new DirectoryInfo(folder).EnumerateFiles())
            .Concat(new[] { workspace.Left, workspace.Store, $"{workspace.Store}-wal" }.Select(path => new FileInfo(path)))
            .Select(file => file.Exists ? $"{file.FullName}\n{file.Length}\n{file.LastWriteTimeUtc.Ticks}" : file.FullName)
            .Order(StringComparer.Ordinal);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files))));
    }
}
