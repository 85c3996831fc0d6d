using Sheaf.Arxiv.Identifiers;
using Sheaf.Files;
using Sheaf.Settings;

namespace Sheaf.Publishing;

/// <summary>A file of an issue, as it is to be.</summary>
/// <param name="Name">In <c>published/</c>: <c>2024-04.md</c>.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record IssueFile(string Name, byte[] Content)
{
    public string Hash { get; } = ReceiptFolder.Hash(Content);
}

/// <summary>A file in <c>published/</c>, as it is.</summary>
/// <param name="Path">Where.</param>
/// <param name="Content">Its bytes; null where there is none.</param>
internal sealed record Target(string Path, byte[]? Content)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public string? Hash { get; } = Content is null ? null : ReceiptFolder.Hash(Content);

    /// <summary>Why there can be no file of the issue, as a sentence; null where there can.</summary>
    public string? Hindrance { get; private init; }

    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static Target Read(string path)
    {
        var what = Directory.Exists(path) ? "is a folder" : new FileInfo(path).LinkTarget is not null ? "is a link" : null;
        var content = what is null && File.Exists(path) ? BoundedFile.Read(path, FileLimits.Draft) : null;
        what ??= content is null && File.Exists(path) ? $"is larger than {FileLimits.Draft >> 20} MB" : null;
        return new(path, content)
        {
            Hindrance = what is null
                ? null
                : $"{Workspace.ForReaders(path)} {what}, so it is left alone, and the issue needs the name: give it another one.",
        };
    }
}

/// <summary>Writes the files of an issue: all of them or, if anything fails, none.</summary>
/// <remarks>
/// Before the first file is replaced, the receipt says what each held and is to hold. A program that was ended in the middle leaves files
/// that are each one of the two, by which the next one knows them, and goes on. What fails while it runs is put back.
/// </remarks>
internal sealed class IssueWriter(string published, ReceiptFolder receipts, TimeProvider time)
{
    /// <summary>Replaces the files, and writes the receipt.</summary>
    /// <param name="month">The issue.</param>
    /// <param name="changes">Each file as it is and as it is to be; null for one that goes.</param>
    /// <param name="intended">The receipt as it will be; of its files the hashes before are filled in here.</param>
    /// <param name="cancellationToken">Nothing is written if it comes before the first file is replaced.</param>
    /// <returns>Where what the files held is kept.</returns>
    /// <exception cref="IOException">All is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">All is as it was.</exception>
    public IReadOnlyList<string> Write(
        Month month, IReadOnlyList<(Target Before, IssueFile? After)> changes, Receipt intended, CancellationToken cancellationToken)
    {
        var earlier = receipts.Bytes(month);
        var (kept, copies, made) = (new List<string>(), new List<string>(), new List<(Replacement Replaced, string Path)>());
        try
        {
            Keep(changes, kept, copies);
            receipts.Write(intended with { State = ReceiptState.Writing, Files = WithBefore(intended.Files, changes) });
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var (before, after) in changes.Where(change => change.Before.Hash != change.After?.Hash))
            {
                var replaced = Replacement.TryMake(before.Path, before.Content, after?.Content) ?? throw Disturbed(before.Path);
                made.Add((replaced, before.Path));
            }

            Settle(made);
            receipts.Write(intended with { State = ReceiptState.Published });
        }
        catch
        {
            PutBack(month, earlier, copies, made);
            throw;
        }

        made.ForEach(one => one.Replaced.Finish());
        return kept;
    }

    /// <summary>What is replaced and differs is kept, whoever wrote it.</summary>
    private void Keep(IReadOnlyList<(Target Before, IssueFile? After)> changes, List<string> kept, List<string> copies)
    {
        Directory.CreateDirectory(published);
        foreach (var (before, after) in changes)
        {
            if (before.Content is { } content && before.Hash != after?.Hash)
            {
                var path = receipts.Keep(before.Name, content, time.GetUtcNow(), out var isNew);
                kept.Add(path);
                copies.AddRange(isNew ? [path] : []);
            }
        }
    }

    private static IReadOnlyList<ReceiptFile> WithBefore(
        IReadOnlyList<ReceiptFile> files, IReadOnlyList<(Target Before, IssueFile? After)> changes) =>
        [.. files.Select(file => file with { Before = changes.First(change => change.Before.Name == file.Name).Before.Hash })];

    /// <summary>Looks again at what was displaced: who had it open may have written to it.</summary>
    private void Settle(List<(Replacement Replaced, string Path)> made)
    {
        if (made.Count == 0)
        {
            return;
        }

        var patience = new Patience(FilePace.Default, time, CancellationToken.None);
        patience.Wait(patience.Pace.SecondLook);
        foreach (var (replaced, path) in made)
        {
            if (replaced.LookAgain(patience) is not Aftermath.Stands)
            {
                throw Disturbed(path);
            }
        }
    }

    private void PutBack(Month month, byte[]? receipt, List<string> copies, List<(Replacement Replaced, string Path)> made)
    {
        Enumerable.Reverse(made).ToList().ForEach(one => one.Replaced.PutBack());
        receipts.PutBack(month, receipt);
        copies.ForEach(File.Delete);
    }

    private static IOException Disturbed(string path) => new(
        $"{Workspace.ForReaders(path)} was written by another program in this moment, so all files of the issue were left as they were: "
        + "run the same command again");
}
