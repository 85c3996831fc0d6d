using System.Text;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Files;
using Sheaf.Settings;

namespace Sheaf.Ballots;

/// <summary>
/// The files of ballots, one a month. Lines are only ever added to them; what else stands there stays, byte by byte, also what cannot be
/// read.
/// </summary>
/// <param name="workspace">Whose ballots.</param>
/// <param name="time">By which lines are dated and others are waited for.</param>
internal sealed class BallotFile(Workspace workspace, TimeProvider time)
{
    /// <summary>Votes leave so many bytes for the line that closes a full ballot.</summary>
    private const int RoomToClose = 1 << 12;

    private static readonly byte[] Mark = [0xef, 0xbb, 0xbf];

    private readonly Lock _alone = new();

    public FilePace Pace { get; init; } = FilePace.Default;

    /// <summary>Whether there ever was a ballot of a month.</summary>
    public bool Exists(Month month) => File.Exists(workspace.BallotFile(month));

    /// <summary>What the file of a month says now; an empty ballot where there is none.</summary>
    /// <exception cref="IOException">It is too large, cannot be read, or others have been writing it all the time.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public Ballot Read(Month month) => Parse(month, ReadBytes(month, NewPatience(CancellationToken.None)) ?? []);

    /// <summary>Adds a line.</summary>
    /// <param name="month">Of which ballot.</param>
    /// <param name="make">
    /// The line, made of what the file says at that moment; null where there is nothing to add. Asked again where another program has saved
    /// the file meanwhile, so it must have no effect but its answer.
    /// </param>
    /// <param name="cancellationToken">Ends the waiting for others; nothing is added then.</param>
    /// <returns>What the file says then.</returns>
    /// <exception cref="BallotRefusedException">There is no room for it.</exception>
    /// <inheritdoc cref="Read"/>
    public Ballot Add(Month month, Func<Ballot, BallotLine?> make, CancellationToken cancellationToken)
    {
        // Many who vote at once wait here in a row, and only one of them at the lock of the workspace.
        lock (_alone)
        {
            using var held = WorkspaceLock.Take(workspace.BallotsLock, time, cancellationToken);
            return AddAlone(month, make, NewPatience(cancellationToken));
        }
    }

    private Ballot AddAlone(Month month, Func<Ballot, BallotLine?> make, Patience patience)
    {
        while (true)
        {
            var before = ReadBytes(month, patience);
            var ballot = Parse(month, before ?? []);
            if (make(ballot) is not { } line)
            {
                return ballot;
            }

            byte[] after = [.. before ?? [], .. before is null or [] or [.., (byte)'\n'] ? ""u8 : "\n"u8, .. line.ToBytes()];
            if (after.Length > FileLimits.Ballot - (line.Kind == BallotLine.Voted ? RoomToClose : 0))
            {
                throw new BallotRefusedException(
                    BallotRefusal.Full, $"The ballot of {month} has no room left, so this was not kept: its editor must close it.");
            }

            if (TryReplace(workspace.BallotFile(month), before, after, patience))
            {
                return Parse(month, after);
            }

            if (patience.IsOver)
            {
                throw new IOException($"{workspace.BallotFile(month)} has been saved by another program again and again");
            }

            patience.Wait();
        }
    }

    /// <returns>False where another program has saved the file, so that the line must be added to that.</returns>
    private static bool TryReplace(string path, byte[]? before, byte[] after, Patience patience)
    {
        if (Replacement.TryMake(path, before, after) is not { } made)
        {
            return false;
        }

        if (!made.IsAlone)
        {
            patience.Wait(patience.Pace.SecondLook);
            if (made.LookAgain(patience) is Aftermath.WrittenBeneath or Aftermath.Both)
            {
                made.PutBack();
                return false;
            }
        }

        made.Finish();
        return true;
    }

    private byte[]? ReadBytes(Month month, Patience patience)
    {
        var path = workspace.BallotFile(month);
        try
        {
            return SharedFile.Read(path, FileLimits.Ballot, hadContent: false, patience);
        }
        catch (TooLargeException)
        {
            throw new IOException($"{path} is larger than {FileLimits.Ballot >> 20} MB, the most a ballot may have");
        }
    }

    private static Ballot Parse(Month month, ReadOnlySpan<byte> bytes)
    {
        var (lines, unread) = (new List<BallotLine>(), new List<UnreadLine>());
        var rest = bytes.StartsWith(Mark) ? bytes[Mark.Length..] : bytes;
        for (var number = 1; !rest.IsEmpty; number++)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (line.ContainsAnyExcept(" \t\r"u8))
            {
                if (BallotLine.Read(line, out var why) is { } read)
                {
                    lines.Add(read);
                }
                else
                {
                    unread.Add(new(number, why!));
                }
            }
        }

        return Ballot.Of(month, lines, unread);
    }

    private Patience NewPatience(CancellationToken cancellationToken) => new(Pace, time, cancellationToken);
}

/// <summary>Why something was not written to a ballot.</summary>
internal enum BallotRefusal
{
    /// <summary>There is nothing to vote on.</summary>
    Empty,

    /// <summary>It is open already, and of something else.</summary>
    Open,

    /// <summary>Votes are taken no longer.</summary>
    Closed,

    /// <summary>The name belongs to another browser, or the browser to another name.</summary>
    Taken,

    /// <summary>The paper is not put to the vote.</summary>
    NotOffered,

    /// <summary>As many as may have voted, as often as they may.</summary>
    Full,
}

/// <summary>Something was not written to a ballot; the message is a whole sentence for who asked.</summary>
internal sealed class BallotRefusedException(BallotRefusal why, string sentence) : Exception(sentence)
{
    public BallotRefusal Why => why;
}
