using System.Text;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Edited;
using Sheaf.Drafts.Merging;
using Sheaf.Files;

namespace Sheaf.Drafts;

/// <summary>
/// The draft of a month as a file that belongs to its editor from the first write on. What a person did to it stays; what Sheaf wrote there
/// and nobody touched is brought up to date.
/// </summary>
internal sealed class DraftFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly FileWithBase _file;
    private readonly Patience _patience;

    /// <param name="draftsFolder">Made by the first write if it is not there.</param>
    /// <param name="month">The issue.</param>
    /// <param name="patience">How long other programs that write the draft are waited for.</param>
    public DraftFile(string draftsFolder, Month month, Patience patience) =>
        (_file, _patience) = (new FileWithBase(draftsFolder, $"{month}", patience), patience);

    /// <summary>
    /// Brings the draft up to date. Killed at any moment, it leaves the file either as it was or as it should be, and the next run goes on
    /// from there. A file that somebody saves meanwhile is merged anew.
    /// </summary>
    /// <param name="fresh">The whole draft as it would be written into an empty folder.</param>
    /// <param name="absent">Papers on the list that are not in that text because nothing is known of them now.</param>
    /// <exception cref="IOException">The draft cannot be read or written; it is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The draft must not be read or written; it is as it was.</exception>
    public DraftOutcome Write(string fresh, IReadOnlySet<ArxivIdentifier> absent) => Write(() => Merge(fresh, absent));

    /// <summary>Writes the draft as if there were none, and keeps the old one, if a person has worked on it, as a numbered copy.</summary>
    /// <inheritdoc cref="Write(string, IReadOnlySet{ArxivIdentifier})"/>
    public DraftOutcome StartOver(string fresh) => Write(() => Replace(fresh));

    /// <summary>The draft as it is and as it would be written, with the outcome; writes nothing.</summary>
    /// <inheritdoc cref="Write(string, IReadOnlySet{ArxivIdentifier})"/>
    public DraftPreview Preview(string fresh, IReadOnlySet<ArxivIdentifier> absent)
    {
        var plan = Merge(fresh, absent);
        var (before, after) = (plan.Before is null ? "" : DraftText.Read(plan.Before)!.Text, DraftText.Read(plan.After)!.Text);
        return new DraftPreview(before, after, plan.Outcome);
    }

    /// <summary>The draft as its editor has finished it; null where there is none. Nothing is written.</summary>
    /// <exception cref="IOException">It cannot be read, or is no text.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public FinishedDraft? ReadFinished()
    {
        if (_file.ReadOwn() is not { } content)
        {
            return null;
        }

        var text = DraftText.Read(content)
            ?? throw new NotTextException(_file.Path, "save it as UTF-8, and run the same command again");
        var last = LastWritten(content);
        return new(content, text, EditedDraft.Read(text.Text, last));
    }

    private DraftOutcome Write(Func<Plan> look)
    {
        var earlier = new List<string>();
        while (true)
        {
            var plan = look();
            var copy = plan.IsCopied ? _file.Copy(plan.Before!) : null;
            var done = _file.TryWrite(plan.Before, plan.After, Utf8.GetBytes(plan.Base));
            if (done is Writing.Done)
            {
                return plan.Outcome with { OldCopy = copy, SetAside = [.. earlier, .. _file.SetAside] };
            }

            if (copy is not null && done is Writing.SavedOver)
            {
                // Who saved may have seen the new draft alone: then nothing but the copy has the words of the old one.
                earlier.Add(copy);
            }
            else if (copy is not null)
            {
                File.Delete(copy);
            }

            if (_patience.IsOver)
            {
                throw new IOException(
                    $"{_file.Path} is being changed by another program again and again, so it was left as that program saved "
                    + $"it{KeptIn([.. earlier, .. _file.SetAside])}: run the same command again");
            }

            _patience.Wait();
        }
    }

    private static string KeptIn(IReadOnlyList<string> files) =>
        files.Count == 0 ? "" : $" (what it held before is in {string.Join(", ", files)})";

    private Plan Merge(string fresh, IReadOnlySet<ArxivIdentifier> absent)
    {
        if (_file.ReadOwn() is not { } content)
        {
            return New(fresh);
        }

        var draft = DraftText.Read(content)
            ?? throw new NotTextException(_file.Path, "save it as UTF-8, or start over with sheaf draft --discard-edits");
        var last = LastWritten(content);

        var merged = DraftMerge.Merge(last, draft.Text, fresh, absent);
        var after = merged.Text == draft.Text ? content : draft.Encode(merged.Text);
        var kind = merged.Text == draft.Text ? DraftOutcomeKind.Unchanged
            : merged.Text == merged.Base ? DraftOutcomeKind.Written
            : DraftOutcomeKind.Merged;
        return new(content, after, merged.Base, new DraftOutcome(kind, _file.Path) { Changes = merged.Changes });
    }

    /// <summary>What Sheaf last wrote there; null where nobody knows.</summary>
    private string? LastWritten(byte[] content) => _file.ReadBase(content) is { } known ? DraftText.Read(known)?.Text : null;

    private Plan Replace(string fresh)
    {
        if (_file.LeadsOut)
        {
            throw new BadInputException(
                $"{_file.Path} is a link that leads out of the workspace, so it was left alone: put the draft itself in its place.");
        }

        if (_file.Read() is not { } content)
        {
            return New(fresh);
        }

        var last = _file.ReadBase(content);
        var after = Utf8.GetBytes(fresh);
        var isSame = content.AsSpan().SequenceEqual(after);
        var isOwn = isSame || (last is not null && content.AsSpan().SequenceEqual(last));
        return new(
            content, after, fresh, new DraftOutcome(isSame ? DraftOutcomeKind.Unchanged : DraftOutcomeKind.Written, _file.Path),
            IsCopied: !isOwn);
    }

    private Plan New(string fresh)
    {
        var added = DraftMerge.Merge("", "", fresh, new HashSet<ArxivIdentifier>()).Changes;
        return new(null, Utf8.GetBytes(fresh), fresh, new DraftOutcome(DraftOutcomeKind.Written, _file.Path) { Changes = added });
    }

    /// <param name="Before">What the file holds; null for no file.</param>
    /// <param name="After">What it is to hold.</param>
    /// <param name="Base">What is to be remembered.</param>
    private sealed record Plan(byte[]? Before, byte[] After, string Base, DraftOutcome Outcome, bool IsCopied = false);
}

/// <summary>A draft that its editor has worked on, to be handed on.</summary>
/// <param name="Content">The bytes of the file.</param>
/// <param name="Text">What they say, and in which encoding.</param>
/// <param name="Draft">What of it is for readers.</param>
internal sealed record FinishedDraft(byte[] Content, DraftText Text, EditedDraft Draft);

/// <summary>What writing a draft would do.</summary>
/// <param name="Before">The draft as it is; empty where there is none.</param>
/// <param name="After">As it would be.</param>
internal sealed record DraftPreview(string Before, string After, DraftOutcome Outcome);

/// <summary>What writing a draft did.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Path">The draft.</param>
internal sealed record DraftOutcome(DraftOutcomeKind Kind, string Path)
{
    /// <summary>What it did to the papers in the draft; nothing where all was written anew.</summary>
    public DraftChanges Changes { get; init; } = DraftChanges.None;

    /// <summary>The copy of the old draft, which the person gave up; null where none was made.</summary>
    public string? OldCopy { get; init; }

    /// <summary>
    /// Files that keep what the draft held, or what another program wrote to it, while it was saved over at the same time.
    /// </summary>
    public IReadOnlyList<string> SetAside { get; init; } = [];
}

internal enum DraftOutcomeKind
{
    /// <summary>The draft is new, or was as Sheaf last wrote it, and is as Sheaf would write it now.</summary>
    Written,

    /// <summary>The draft was as it should be already, and was not touched.</summary>
    Unchanged,

    /// <summary>A person has worked on the draft. That stays, and the rest was brought up to date.</summary>
    Merged,
}

/// <summary>
/// A draft's text, and how its bytes are to be read and written: UTF-8, with or without a byte order mark, or UTF-16 with one.
/// </summary>
/// <param name="Text">Without the mark.</param>
internal sealed record DraftText(string Text, Encoding Encoding)
{
    private static readonly Encoding[] Marked =
    [
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text that bytes are; null where they are none.</summary>
    public static DraftText? Read(ReadOnlySpan<byte> bytes)
    {
        foreach (var marked in Marked)
        {
            if (bytes.StartsWith(marked.Preamble))
            {
                return Decode(bytes[marked.Preamble.Length..], marked);
            }
        }

        return Decode(bytes, Plain);
    }

    /// <summary>The bytes of another text in the same encoding.</summary>
    public byte[] Encode(string text) => [.. Encoding.Preamble, .. Encoding.GetBytes(text)];

    private static DraftText? Decode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            return new(encoding.GetString(bytes), encoding);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
