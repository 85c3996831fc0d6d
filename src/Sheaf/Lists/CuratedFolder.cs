using System.Runtime.ExceptionServices;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Files;

namespace Sheaf.Lists;

/// <summary>The folder of curated lists of a workspace: <c>*.md</c> and <c>*.txt</c>, not below it, hidden files left out.</summary>
/// <param name="folder">Need not exist.</param>
internal sealed class CuratedFolder(string folder)
{
    /// <summary>How long other programs that are saving a list are waited for.</summary>
    public FilePace Pace { get; init; } = FilePace.Default;

    /// <summary>
    /// The names of the lists that held something when they were last read: one of these that is empty or absent may be on its way to the
    /// disk.
    /// </summary>
    public Func<IReadOnlySet<string>> NamesWithContent { get; init; } = () => new HashSet<string>();

    /// <summary>
    /// The order of lists, in which the first to say something of a paper is believed: <c>2024-04.md</c> before anything that others may
    /// have put beside it, such as <c>2024-04 (conflicted copy).md</c>; then by name.
    /// </summary>
    public static IComparer<string> Precedence { get; } = Comparer<string>.Create((one, other) =>
        IsMonths(one) != IsMonths(other) ? IsMonths(one) ? -1 : 1 : string.CompareOrdinal(one, other));

    /// <summary>What is kept of earlier readings; null: every list is parsed anew.</summary>
    public ParsedLists? Parsed { get; init; }

    /// <summary>Told of each list that cannot be read, which is then left out; null: such a list is a failure.</summary>
    public Action<UnreadList>? OnUnreadable { get; init; }

    /// <summary>All lists, in the order of <see cref="Precedence"/>; none where there is no folder.</summary>
    /// <exception cref="CurationException">A list is not UTF-8, or too large.</exception>
    /// <exception cref="IOException">A list cannot be read, or another program has been writing it all the time.</exception>
    /// <exception cref="UnauthorizedAccessException">A list must not be read.</exception>
    public IReadOnlyList<CuratedList> Read()
    {
        if (OnUnreadable is null)
        {
            var (known, patience) = Await();
            return [.. Paths().Select(path => Read(path, known.Contains(Path.GetFileName(path)), patience))];
        }

        var (lists, unread) = ReadEach();
        foreach (var list in unread)
        {
            OnUnreadable(list);
        }

        return lists;
    }

    /// <summary>
    /// As <see cref="Read()"/>, for what is made of a month's lists: one of that month's own that cannot be read is a failure.
    /// </summary>
    public IReadOnlyList<CuratedList> ReadFor(Month month)
    {
        EnsureReadable(month);
        return Read();
    }

    /// <summary>Looks whether the lists of a month's own can be read, whatever becomes of the others; there may be none.</summary>
    /// <inheritdoc cref="Read()" path="/exception"/>
    public void EnsureReadable(Month month)
    {
        var (known, patience) = Await();
        foreach (var path in Paths().Where(path => CuratedList.MonthOf(Path.GetFileName(path)) == month))
        {
            _ = Read(path, known.Contains(Path.GetFileName(path)), patience);
        }
    }

    /// <summary>All lists that can be read, and those that cannot: the service goes on with the others.</summary>
    public (IReadOnlyList<CuratedList> Lists, IReadOnlyList<UnreadList> Unread) ReadEach()
    {
        var (known, patience) = Await();
        var (lists, unread) = (new List<CuratedList>(), new List<UnreadList>());
        foreach (var path in Paths())
        {
            try
            {
                lists.Add(Read(path, known.Contains(Path.GetFileName(path)), patience));
            }
            catch (Exception failure) when (failure is CurationException or IOException or UnauthorizedAccessException)
            {
                unread.Add(new UnreadList(Path.GetFileName(path), failure));
            }
        }

        return (lists, unread);
    }

    /// <summary>The bytes of all lists, text or not, in the order of <see cref="Precedence"/>.</summary>
    /// <exception cref="CurationException">A list is too large.</exception>
    /// <exception cref="IOException">A list cannot be read, or another program has been writing it all the time.</exception>
    /// <exception cref="UnauthorizedAccessException">A list must not be read.</exception>
    public IEnumerable<(string Path, byte[] Content)> ReadBytes()
    {
        var (known, patience) = Await();
        foreach (var path in Paths())
        {
            if (TryRead(path, known.Contains(Path.GetFileName(path)), patience) is { } content)
            {
                yield return (path, content);
            }
        }
    }

    /// <summary>The months that have a list named after them, earliest first. The lists are not read.</summary>
    public IReadOnlyList<Month> Months() =>
        [.. Paths().Select(path => CuratedList.MonthOf(Path.GetFileName(path))).OfType<Month>().Distinct().Order()];

    private IEnumerable<string> Paths() =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Where(IsList).Order(Precedence) : Array.Empty<string>();

    /// <summary>The path of a month's list, whether it exists or not.</summary>
    public string PathOf(Month month) => Path.Combine(folder, $"{month}.md");

    private static bool IsList(string path) =>
        Path.GetExtension(path.AsSpan()) is var kind
        && (kind.Equals(".md", StringComparison.OrdinalIgnoreCase) || kind.Equals(".txt", StringComparison.OrdinalIgnoreCase))
        // An editor's lock and swap files begin with a point.
        && !Path.GetFileName(path.AsSpan()).StartsWith('.');

    private static bool IsMonths(string path) =>
        Path.GetFileName(path) is { Length: 10 } name
            && name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
            && CuratedList.MonthOf(name) is not null;

    /// <summary>
    /// Waits for lists that were there at the last look, as a program that saves one may have taken it away for a moment.
    /// </summary>
    private (IReadOnlySet<string> Known, Patience Patience) Await()
    {
        var patience = new Patience(Pace, TimeProvider.System, CancellationToken.None);
        var known = NamesWithContent();
        while (known.Any(name => !File.Exists(Path.Combine(folder, name))) && patience.Elapsed < Pace.Emptied)
        {
            patience.Wait();
        }

        return (known, patience);
    }

    /// <summary>Null where the list cannot be read, and that is told.</summary>
    private byte[]? TryRead(string path, bool hadContent, Patience patience)
    {
        try
        {
            return BytesOf(path, hadContent, patience);
        }
        catch (Exception failure) when (OnUnreadable is not null
            && failure is (CurationException or IOException or UnauthorizedAccessException))
        {
            OnUnreadable?.Invoke(new UnreadList(Path.GetFileName(path), failure));
            return null;
        }
    }

    /// <exception cref="CurationException">The path is a link to a file that is not there: no empty list.</exception>
    private static void RefuseBrokenLink(string path)
    {
        // A link exists, whatever it leads to.
        if (File.ResolveLinkTarget(path, returnFinalTarget: true) is { Exists: false })
        {
            throw new CurationException(path, null, "It is a link to a file that is not there: mend the link, or delete it.");
        }
    }

    private static byte[]? BytesOf(string path, bool hadContent, Patience patience)
    {
        RefuseBrokenLink(path);
        try
        {
            return SharedFile.Read(path, FileLimits.OwnList, hadContent, patience);
        }
        catch (TooLargeException)
        {
            throw CurationException.TooLarge(path, FileLimits.OwnList);
        }
    }

    private CuratedList Read(string path, bool hadContent, Patience patience)
    {
        RefuseBrokenLink(path);
        var file = EditedText.Read(path, FileLimits.OwnList, hadContent, patience);
        return Parsed is not null
            ? Parsed.Parse(path, file)
            : CuratedList.Parse(Path.GetFileName(path), file.Text) with { Bytes = file.Bytes };
    }
}

/// <summary>A list that cannot be read until a person has changed something.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Failure">Why; its message names the file.</param>
internal sealed record UnreadList(string Name, Exception Failure)
{
    /// <summary>What to tell a person.</summary>
    public string Sentence => $"{Failure.Message.TrimEnd('.')}. The list is left out until it can be read.";

    /// <summary>The month that its name gives it; null where it gives none.</summary>
    public Month? Month => CuratedList.MonthOf(Name);
}
