using System.Security.Cryptography;
using System.Text;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Files;
using Sheaf.Lists;
using Sheaf.Settings;

namespace Sheaf.Drafts;

/// <summary>
/// The texts of drafts as their editor writes them at the desk. A text is replaced only where the file still holds the version that she has
/// seen, under the lock of the workspace and proven at the moment of replacing; what Sheaf last wrote stays remembered, so that her words
/// are known as hers.
/// </summary>
internal sealed class DraftTexts(Workspace workspace, TimeProvider time)
{
    private readonly RecentVersions _recent = new();

    /// <summary>The draft of a month as it is; null where there is none.</summary>
    /// <exception cref="CurationException">It is no text in UTF-8.</exception>
    /// <exception cref="LinkLeftAloneException">It is a link to what is not Sheaf's.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public DraftVersion? Read(Month month, CancellationToken cancellationToken) =>
        Read(month, FileOf(month, NewPatience(cancellationToken)));

    /// <summary>A version that was read or written a while ago; null where it is not known any more.</summary>
    public DraftVersion? Recall(string? tag) => tag is null ? null : _recent.Find(tag);

    /// <summary>Replaces the draft. The same text again is no change, whatever was seen.</summary>
    /// <param name="month">The issue.</param>
    /// <param name="seen">The version that she has seen; null: there was none.</param>
    /// <param name="content">What the file is to hold, to the byte.</param>
    /// <param name="cancellationToken">Ends the waiting for other programs; nothing is written then.</param>
    /// <exception cref="DraftChangedException">It is another version by now; nothing is written.</exception>
    /// <exception cref="BadInputException">It is no text in UTF-8, or has no word.</exception>
    /// <exception cref="LinkLeftAloneException">It is a link to what is not Sheaf's; nothing is written.</exception>
    /// <exception cref="IOException">Others have been at it all the time, or it cannot be written; nothing is written.</exception>
    public DraftVersion Write(Month month, string? seen, byte[] content, CancellationToken cancellationToken)
    {
        if (TextOf(content) is not { } text)
        {
            throw new BadInputException("The text is not UTF-8, so nothing was saved.");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            throw new BadInputException(
                $"The draft would be empty, so it was left as it is: to be rid of it, delete "
                + $"{Workspace.ForReaders(workspace.DraftFile(month))}.");
        }

        using var held = WorkspaceLock.Take(workspace.DecisionsLock, time, cancellationToken);
        var patience = NewPatience(cancellationToken);
        while (true)
        {
            var file = FileOf(month, patience);
            var now = Read(month, file);
            if (now is not null && now.Content.AsSpan().SequenceEqual(content))
            {
                return now;
            }

            if (now?.Tag != seen)
            {
                throw new DraftChangedException(text, now, seen);
            }

            if (file.TryWrite(now?.Content, content) is Writing.Done)
            {
                return Remember(new(content, text));
            }

            RefuseWhenOver(file, patience);
            patience.Wait();
        }
    }

    private static void RefuseWhenOver(FileWithBase file, Patience patience)
    {
        if (patience.IsOver)
        {
            throw new IOException(
                $"{file.Path} has been saved by another program again and again for {patience.Pace.Turns.TotalSeconds:0} seconds, so "
                + "nothing was written");
        }
    }

    private DraftVersion? Read(Month month, FileWithBase file)
    {
        if (file.ReadOwn() is not { } content)
        {
            return null;
        }

        return Remember(new(
            content,
            TextOf(content) ?? throw new CurationException(
                Workspace.ForReaders(workspace.DraftFile(month)), null, "It is not text in UTF-8: save it as UTF-8 to write it here.")));
    }

    private DraftVersion Remember(DraftVersion version)
    {
        _recent.Add(version);
        return version;
    }

    private static string? TextOf(byte[] content) => DraftText.Read(content) is { Encoding: UTF8Encoding } text ? text.Text : null;

    private FileWithBase FileOf(Month month, Patience patience) => new(workspace.Drafts, $"{month}", patience);

    private Patience NewPatience(CancellationToken cancellationToken) => new(FilePace.Default, time, cancellationToken);
}

/// <summary>A draft at one moment.</summary>
/// <param name="Content">The bytes of the file.</param>
/// <param name="Text">What they say, without a byte order mark.</param>
internal sealed record DraftVersion(byte[] Content, string Text)
{
    /// <summary>Equal for equal bytes alone.</summary>
    public string Tag { get; } = Convert.ToHexStringLower(SHA256.HashData(Content).AsSpan(0, 16));

    /// <summary>The bytes of another text, with a byte order mark where this one has one.</summary>
    public byte[] Encode(string text) => [.. DraftText.Read(Content)!.Encoding.Preamble, .. Encoding.UTF8.GetBytes(text)];
}

/// <summary>A draft is another than was seen, so nothing was written.</summary>
/// <param name="asked">What it was to say.</param>
/// <param name="now">As it is now; null where there is none any more.</param>
/// <param name="seen">The version that was seen; null where there was none.</param>
internal sealed class DraftChangedException(string asked, DraftVersion? now, string? seen)
    : Exception(now is null
        ? "The draft is not there any more, so nothing was saved."
        : "The draft has been changed elsewhere since it was shown, so nothing was saved.")
{
    public string Asked => asked;

    public DraftVersion? Now => now;

    public string? Seen => seen;
}
